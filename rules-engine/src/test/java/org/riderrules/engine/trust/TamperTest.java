package org.riderrules.engine.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.riderrules.engine.trust.SignedPacks.APPROVER;
import static org.riderrules.engine.trust.SignedPacks.AUTHOR;
import static org.riderrules.engine.trust.SignedPacks.CLOCK;
import static org.riderrules.engine.trust.SignedPacks.NOW;
import static org.riderrules.engine.trust.SignedPacks.SECOND_APPROVER;
import static org.riderrules.engine.trust.SignedPacks.STRANGER;
import static org.riderrules.engine.trust.SignedPacks.replace;
import static org.riderrules.engine.trust.SignedPacks.signature;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.PackApproval;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.pack.PackDigest;

/**
 * Whatever is done to a signed pack on its way, it is refused, and each way of tampering is told in words of its own.
 * Each row: what is done, what it is called, where it is seen, and a piece of what is said.
 */
class TamperTest {
    private static final String FOLDER = "tiering/v1";
    private static final String MANIFEST = FOLDER + "/signatures/manifest.json";
    private static final String BY_AUTHOR = signature(FOLDER, Role.AUTHOR, AUTHOR);
    private static final String BY_APPROVER = signature(FOLDER, Role.APPROVER, APPROVER);

    private static Map<String, byte[]> signed;

    @BeforeAll
    static void sign(@TempDir Path root) {
        SignedPacks.write(root);
        signed = SignedPacks.read(root);
    }

    private interface Change {
        void to(Map<String, byte[]> files) throws Exception;
    }

    /**
     * @param keys whom the host trusts
     * @param code the code of the one problem
     * @param where the file it is told of
     * @param says what its message contains
     */
    private record Tamper(String name, Change change, TrustedKeys keys, String code, String where, String says) {
        Tamper(String name, Change change, String code, String where, String says) {
            this(name, change, SignedPacks.keys(), code, where, says);
        }

        PackProblem problem() throws Exception {
            Map<String, byte[]> files = new TreeMap<>(signed);
            change.to(files);
            PackProblemsException refused = catchThrowableOfType(
                    PackProblemsException.class,
                    () -> Trust.signedBy(keys, ReleaseLedger.ofThisProcess()).admit(SignedPacks.source(files), CLOCK));
            assertThat(refused).as(name).isNotNull();
            assertThat(refused.problems()).as(name).hasSize(1);
            return refused.problems().get(0);
        }
    }

    private static TrustedKeys.Builder trusting() {
        return TrustedKeys.builder().author(AUTHOR.verifyingKey()).approver(APPROVER.verifyingKey());
    }

    private static List<Tamper> matrix() {
        List<Tamper> matrix = new ArrayList<>();

        // Stripped.
        matrix.add(new Tamper(
                "every signature and the manifest are stripped",
                files -> files.keySet().removeIf(path -> path.startsWith(FOLDER + "/signatures/")),
                "trust-not-signed",
                FOLDER,
                "never signed, or its signatures were removed"));
        matrix.add(new Tamper(
                "the signatures are stripped and the manifest is left",
                files -> {
                    files.remove(BY_AUTHOR);
                    files.remove(BY_APPROVER);
                },
                "trust-signature-missing",
                FOLDER + "/signatures/",
                "a manifest, but no signature"));
        matrix.add(new Tamper(
                "the manifest is stripped and the signatures are left",
                files -> files.remove(MANIFEST),
                "trust-manifest-missing",
                MANIFEST,
                "signatures, but not the manifest"));
        matrix.add(new Tamper(
                "the approver's signature is stripped: one approval of two",
                files -> files.remove(BY_APPROVER),
                "trust-approval-missing",
                FOLDER + "/signatures/",
                "0 of 1 approvals"));
        matrix.add(new Tamper(
                "the author's signature is stripped",
                files -> files.remove(BY_AUTHOR),
                "trust-author-missing",
                FOLDER + "/signatures/",
                "no author has signed"));
        matrix.add(new Tamper(
                "two approvals are asked for and one is there",
                TamperTest::withoutWelfare,
                trusting().approver(SECOND_APPROVER.verifyingKey()).approvals(2).build(),
                "trust-approval-missing",
                FOLDER + "/signatures/",
                "1 of 2 approvals"));

        // Files.
        matrix.add(new Tamper(
                "a file is added",
                files -> files.put(FOLDER + "/rules/zzz.drl", "package tiering;".getBytes(UTF_8)),
                "trust-file-extra",
                FOLDER + "/rules/zzz.drl",
                "was added"));
        matrix.add(new Tamper(
                "a file is added beside the versions",
                files -> files.put("tiering/loose.drl", "package tiering;".getBytes(UTF_8)),
                "trust-file-outside",
                "tiering/loose.drl",
                "in no version"));
        matrix.add(new Tamper(
                "a file is added to the folder of signatures",
                files -> files.put(FOLDER + "/signatures/extra.json", "{}".getBytes(UTF_8)),
                "trust-malformed",
                FOLDER + "/signatures/extra.json",
                "allowed: exactly signature, statement"));
        matrix.add(new Tamper(
                "an unsigned version is added",
                files -> files.put("tiering/v2/pack.json", "{}".getBytes(UTF_8)),
                "trust-not-signed",
                "tiering/v2",
                "no signature"));
        matrix.add(new Tamper(
                "a file is removed",
                files -> files.remove(FOLDER + "/cases/orders.yaml"),
                "trust-file-missing",
                FOLDER + "/cases/orders.yaml",
                "the file is missing"));
        matrix.add(new Tamper(
                "a file is renamed",
                files -> files.put(FOLDER + "/rules/other.drl", files.remove(FOLDER + "/rules/decide.drl")),
                "trust-file-renamed",
                FOLDER + "/rules/other.drl",
                "has its content as " + FOLDER + "/rules/decide.drl"));
        matrix.add(new Tamper(
                "the name of a file is written in another case",
                files -> files.put(
                        FOLDER + "/tables/tierthreshold.csv", files.remove(FOLDER + "/tables/TierThreshold.csv")),
                "trust-file-case",
                FOLDER + "/tables/tierthreshold.csv",
                "has " + FOLDER + "/tables/TierThreshold.csv"));
        for (String file : SignedPacks.CONTENT.keySet()) {
            matrix.add(new Tamper(
                    "a byte of " + file + " is changed",
                    files -> flip(files, FOLDER + "/" + file),
                    "trust-file-changed",
                    FOLDER + "/" + file,
                    "was changed"));
        }
        matrix.add(new Tamper(
                "a file is emptied",
                files -> files.put(FOLDER + "/rules/decide.drl", new byte[0]),
                "trust-file-changed",
                FOLDER + "/rules/decide.drl",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));

        // The manifest.
        matrix.add(bothSign(
                "a manifest with a key twice is signed",
                manifest -> manifest.replace("\"release\":1", "\"release\":1,\"release\":2"),
                "trust-duplicate-key",
                "\"release\" stands here again"));
        matrix.add(bothSign(
                "a manifest with a file twice is signed",
                manifest ->
                        manifest.replace("\"files\":{", "\"files\":{\"pack.json\":\"sha256:" + "0".repeat(64) + "\","),
                "trust-duplicate-key",
                "\"pack.json\" stands here again"));
        matrix.add(bothSign(
                "a manifest with a digest cut short is signed",
                manifest -> manifest.replaceFirst("(sha256:[0-9a-f]{60})[0-9a-f]{4}", "$1"),
                "trust-malformed",
                "not sha256: and 64 hexadecimal digits"));
        matrix.add(bothSign(
                "a manifest with another digest algorithm is signed",
                manifest -> manifest.replaceFirst("sha256:[0-9a-f]{64}", "md5:" + "0".repeat(32)),
                "trust-malformed",
                "md5"));
        matrix.add(bothSign(
                "a manifest with an unknown key is signed",
                manifest -> manifest.replace("\"release\":1", "\"optional\":true,\"release\":1"),
                "trust-malformed",
                "optional"));
        matrix.add(bothSign(
                "a manifest with release 0 is signed",
                manifest -> manifest.replace("\"release\":1", "\"release\":0"),
                "trust-malformed",
                "the number 0"));
        matrix.add(bothSign(
                "a manifest of another form is signed",
                manifest -> manifest.replace("manifest 1", "manifest 2"),
                "trust-malformed",
                "not \"rider-rules pack manifest 1\""));
        matrix.add(bothSign(
                "a manifest with a space is signed",
                manifest -> manifest.replace("\"release\":1", "\"release\": 1"),
                "trust-not-canonical",
                "one form"));
        matrix.add(bothSign(
                "a manifest that is no JSON is signed", manifest -> manifest.substring(1), "trust-syntax", "not JSON"));
        matrix.add(new Tamper(
                "the manifest is changed after it was signed",
                files -> {
                    files.remove(BY_APPROVER);
                    replace(files, MANIFEST, "\"release\":1", "\"release\":2");
                },
                "trust-other-manifest",
                BY_AUTHOR,
                "the manifest was changed after it was signed"));
        matrix.add(new Tamper(
                "the signatures and the manifest of another pack are moved here",
                files -> {
                    for (String path : List.copyOf(signed.keySet())) {
                        if (path.startsWith("welfare/v1/")) {
                            files.put(path.replace("welfare/v1", FOLDER), files.get(path));
                        }
                    }
                },
                "trust-other-pack",
                MANIFEST,
                "that of welfare/v1"));
        matrix.add(new Tamper(
                "a signature of another pack is moved here",
                files -> files.put(BY_APPROVER, files.get(signature("welfare/v1", Role.APPROVER, APPROVER))),
                "trust-other-manifest",
                BY_APPROVER,
                "made for another version or pack"));
        matrix.add(new Tamper(
                "a whole signed version is moved to another number",
                files -> {
                    for (String path : List.copyOf(files.keySet())) {
                        if (path.startsWith(FOLDER)) {
                            files.put(path.replace("/v1/", "/v3/"), files.remove(path));
                        }
                    }
                },
                "trust-other-pack",
                "tiering/v3/signatures/manifest.json",
                "that of tiering/v1, moved to tiering/v3"));

        // Keys and roles.
        matrix.add(new Tamper(
                "the wrong key signs and names itself as the right one",
                files -> put(files, FOLDER, forged(files, STRANGER, AUTHOR, Role.AUTHOR)),
                "trust-signature-wrong",
                BY_AUTHOR,
                "somebody else made it"));
        matrix.add(new Tamper(
                "a key that nobody named signs",
                files -> put(files, FOLDER, sign(files, STRANGER, Role.APPROVER)),
                "trust-key-unknown",
                signature(FOLDER, Role.APPROVER, STRANGER),
                "not one that this host accepts"));
        matrix.add(new Tamper(
                "the author's key signs as approver",
                files -> {
                    files.remove(BY_APPROVER);
                    put(files, FOLDER, sign(files, AUTHOR, Role.APPROVER));
                },
                "trust-role",
                signature(FOLDER, Role.APPROVER, AUTHOR),
                "signed as approver, and may sign only as author"));
        matrix.add(new Tamper(
                "the approver's key signs as author",
                files -> put(files, FOLDER, sign(files, APPROVER, Role.AUTHOR)),
                "trust-role",
                signature(FOLDER, Role.AUTHOR, APPROVER),
                "signed as author, and may sign only as approver"));
        matrix.add(new Tamper(
                "one key that may do both is author and approver",
                files -> put(files, FOLDER, sign(files, AUTHOR, Role.APPROVER)),
                trusting().approver(AUTHOR.verifyingKey()).build(),
                "trust-same-key",
                FOLDER + "/signatures/",
                "author and approver are the same key"));
        matrix.add(new Tamper(
                "the role in a signature is changed",
                files -> {
                    replace(files, BY_AUTHOR, "AUTHOR", "APPROVER");
                    files.put(signature(FOLDER, Role.APPROVER, AUTHOR), files.remove(BY_AUTHOR));
                },
                trusting().approver(AUTHOR.verifyingKey()).build(),
                "trust-signature-wrong",
                signature(FOLDER, Role.APPROVER, AUTHOR),
                "the role or the time in this file was changed"));
        matrix.add(new Tamper(
                "the time in a signature is changed",
                files -> replace(files, BY_AUTHOR, "2026-11-28T08", "2025-11-28T08"),
                "trust-signature-wrong",
                BY_AUTHOR,
                "the role or the time in this file was changed"));
        matrix.add(new Tamper(
                "the key has expired this very moment",
                TamperTest::withoutWelfare,
                TrustedKeys.builder()
                        .author(AUTHOR.verifyingKey())
                        .approver(APPROVER.verifyingKey(), NOW)
                        .build(),
                "trust-key-expired",
                BY_APPROVER,
                "is accepted until 2026-11-28T08:00:00Z"));
        matrix.add(new Tamper(
                "the key was revoked, though it is named too",
                TamperTest::withoutWelfare,
                trusting().revoked(APPROVER.verifyingKey().id()).build(),
                "trust-key-revoked",
                BY_APPROVER,
                "was revoked"));

        // The signature file.
        matrix.add(new Tamper(
                "a weaker algorithm is named",
                files -> replace(files, BY_AUTHOR, "\"Ed25519\"", "\"none\""),
                "trust-algorithm",
                BY_AUTHOR,
                "names the algorithm \"none\"; only Ed25519"));
        matrix.add(new Tamper(
                "a variant of the algorithm is named",
                files -> replace(files, BY_AUTHOR, "\"Ed25519\"", "\"ed25519\""),
                "trust-algorithm",
                BY_AUTHOR,
                "names the algorithm \"ed25519\""));
        matrix.add(new Tamper(
                "a signature made for something else is offered",
                files -> replace(files, BY_AUTHOR, "rider-rules pack signature 1", "rider-rules checkpoint 1"),
                "trust-malformed",
                BY_AUTHOR,
                "not \"rider-rules pack signature 1\""));
        matrix.add(new Tamper(
                "a byte of the signature is changed",
                files -> {
                    byte[] signature = signatureOf(files, BY_AUTHOR);
                    String before = Base64.getEncoder().encodeToString(signature);
                    signature[3] ^= 4;
                    replace(files, BY_AUTHOR, before, Base64.getEncoder().encodeToString(signature));
                },
                "trust-signature-wrong",
                BY_AUTHOR,
                "the signature is not by " + AUTHOR.verifyingKey().id()));
        matrix.add(new Tamper(
                "the signature is no Base64",
                files -> replace(files, BY_AUTHOR, "\"signature\":\"", "\"signature\":\"*"),
                "trust-malformed",
                BY_AUTHOR,
                "is not Base64"));
        matrix.add(new Tamper(
                "the signature is cut short",
                files -> {
                    byte[] signature = signatureOf(files, BY_AUTHOR);
                    replace(
                            files,
                            BY_AUTHOR,
                            Base64.getEncoder().encodeToString(signature),
                            Base64.getEncoder().encodeToString(Arrays.copyOf(signature, 63)));
                },
                "trust-malformed",
                BY_AUTHOR,
                "has 63 bytes"));
        matrix.add(new Tamper(
                "the signature is empty",
                files -> replace(
                        files, BY_AUTHOR, Base64.getEncoder().encodeToString(signatureOf(files, BY_AUTHOR)), ""),
                "trust-malformed",
                BY_AUTHOR,
                "has 0 bytes"));
        matrix.add(new Tamper(
                "the same signature is spelled in another way",
                files -> replace(files, BY_AUTHOR, "==\"", "\""),
                "trust-not-canonical",
                BY_AUTHOR,
                "one form"));
        matrix.add(new Tamper(
                "the signature file is empty",
                files -> files.put(BY_AUTHOR, new byte[0]),
                "trust-syntax",
                BY_AUTHOR,
                "the file is empty"));
        matrix.add(new Tamper(
                "the signature file is no text",
                files -> files.put(BY_AUTHOR, new byte[] {(byte) 0xff}),
                "file-not-utf8",
                BY_AUTHOR,
                "0xFF"));
        matrix.add(new Tamper(
                "the signature file names a role that there is not",
                files -> replace(files, BY_AUTHOR, "\"AUTHOR\"", "\"OWNER\""),
                "trust-malformed",
                BY_AUTHOR,
                "allowed: AUTHOR, APPROVER"));
        matrix.add(new Tamper(
                "the signature file names a time that there is not",
                files -> replace(files, BY_AUTHOR, "2026-11-28T08", "2026-11-31T08"),
                "trust-malformed",
                BY_AUTHOR,
                "not a time in UTC"));
        matrix.add(new Tamper(
                "the signature file is renamed",
                files -> files.put(BY_AUTHOR.replace("author-", "author-0"), files.remove(BY_AUTHOR)),
                "trust-signature-misplaced",
                BY_AUTHOR.replace("author-", "author-0"),
                "belongs into " + BY_AUTHOR));
        matrix.add(new Tamper(
                "the name of the signature file is written in another case",
                files -> files.put(BY_AUTHOR.replace("author-", "Author-"), files.remove(BY_AUTHOR)),
                "trust-signature-misplaced",
                BY_AUTHOR.replace("author-", "Author-"),
                "belongs into " + BY_AUTHOR));
        matrix.add(new Tamper(
                "the signature stands there twice under two names",
                files -> files.put(FOLDER + "/signatures/copy.json", files.get(BY_AUTHOR)),
                "trust-signature-misplaced",
                FOLDER + "/signatures/copy.json",
                "belongs into " + BY_AUTHOR));

        // The source.
        matrix.add(new Tamper("the source is emptied", Map::clear, "source-empty", "delivered packs", "no file"));
        matrix.add(new Tamper(
                "a path climbs out of the source",
                files -> files.put("tiering/v1/../../../etc/cron.d/x", new byte[] {1}),
                "file-path",
                "tiering/v1/../../../etc/cron.d/x",
                "not a plain one"));
        return matrix;
    }

    @TestFactory
    Stream<DynamicTest> Tampering_is_refused() {
        return matrix().stream()
                .map(tamper -> DynamicTest.dynamicTest(tamper.name() + ": " + tamper.code(), () -> {
                    PackProblem problem = tamper.problem();

                    assertThat(problem.code()).isEqualTo(tamper.code());
                    assertThat(problem.file()).isEqualTo(tamper.where());
                    assertThat(problem.what()).contains(tamper.says());
                    assertThat(problem.mend()).isNotBlank();
                }));
    }

    @Test
    void What_was_not_tampered_with_is_admitted_and_says_by_whose_approval() {
        Admission admission = SignedPacks.trust().admit(SignedPacks.source(signed), CLOCK);

        assertThat(admission.files().files()).hasSize(signed.size());
        assertThat(admission.approvals()).containsOnlyKeys("tiering/v1", "welfare/v1");
        assertThat(admission.approval("tiering/v1")).satisfies(approval -> {
            assertThat(approval.basis()).isEqualTo(PackApproval.Basis.SIGNED);
            assertThat(approval.release()).isEqualTo(1);
            assertThat(approval.signatures())
                    .extracting(signature -> signature.role() + " " + signature.key() + " " + signature.signedAt())
                    .containsExactly(
                            "author " + AUTHOR.verifyingKey().id() + " " + NOW,
                            "approver " + APPROVER.verifyingKey().id() + " " + NOW);
        });
    }

    @Test
    void A_key_is_accepted_until_the_moment_it_expires_and_not_at_it() {
        assertAccepted(NOW.plus(Duration.ofNanos(1)), true);
        assertAccepted(NOW, false);
        assertAccepted(NOW.minus(Duration.ofNanos(1)), false);
    }

    private static void assertAccepted(Instant until, boolean accepted) {
        TrustedKeys keys = TrustedKeys.builder()
                .author(AUTHOR.verifyingKey(), until)
                .approver(APPROVER.verifyingKey())
                .build();
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class,
                () -> Trust.signedBy(keys, ReleaseLedger.ofThisProcess()).admit(SignedPacks.source(signed), CLOCK));

        assertThat(refused == null).isEqualTo(accepted);
    }

    @Test
    void Documents_above_the_versions_are_no_part_of_a_pack() {
        Map<String, byte[]> files = new TreeMap<>(signed);
        files.put("README.md", "# Packs".getBytes(UTF_8));
        files.put("tiering/CHANGELOG.md", "# Changes".getBytes(UTF_8));

        assertThat(SignedPacks.trust().admit(SignedPacks.source(files), CLOCK).approvals())
                .hasSize(2);
    }

    /** All but one thing: why a signature does not fit is not to be seen from it. */
    @Test
    void Every_kind_of_tampering_has_a_message_of_its_own() throws Exception {
        Set<String> messages = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Tamper tamper : matrix()) {
            PackProblem problem = tamper.problem();
            codes.add(problem.code());
            assertThat(messages.add(problem.toString()) || problem.code().equals("trust-signature-wrong"))
                    .as(tamper.name())
                    .isTrue();
        }

        assertThat(codes).filteredOn(code -> code.startsWith("trust-")).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void All_that_was_tampered_with_is_told_at_once() {
        Map<String, byte[]> files = new TreeMap<>(signed);
        files.remove("tiering/v1/pack.json");
        files.put("tiering/v1/rules/zzz.drl", new byte[] {1});
        files.remove(signature("welfare/v1", Role.APPROVER, APPROVER));

        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> SignedPacks.trust().admit(SignedPacks.source(files), CLOCK));
        assertThat(refused.problems())
                .extracting(PackProblem::code)
                .containsExactly("trust-file-missing", "trust-file-extra", "trust-approval-missing");
    }

    /** For what concerns every version that a key has signed. */
    private static void withoutWelfare(Map<String, byte[]> files) {
        files.keySet().removeIf(path -> path.startsWith("welfare/"));
    }

    private interface Rewrite {
        String of(String manifest);
    }

    /** Not the signatures are at fault: author and approver have signed exactly this manifest. */
    private static Tamper bothSign(String name, Rewrite rewrite, String code, String says) {
        return new Tamper(
                name,
                files -> {
                    String before = new String(files.get(MANIFEST), UTF_8);
                    String after = rewrite.of(before);
                    assertThat(after).isNotEqualTo(before);
                    files.put(MANIFEST, after.getBytes(UTF_8));
                    put(files, FOLDER, sign(files, AUTHOR, Role.AUTHOR));
                    put(files, FOLDER, sign(files, APPROVER, Role.APPROVER));
                },
                code,
                MANIFEST,
                says);
    }

    private static void flip(Map<String, byte[]> files, String path) {
        byte[] content = files.get(path).clone();
        content[0] ^= 1;
        files.put(path, content);
    }

    private static SignatureFile sign(Map<String, byte[]> files, SigningKey key, Role role) {
        return SignatureFile.sign(key, role, PackDigest.ofBytes(files.get(MANIFEST)), NOW);
    }

    /** A signature by one key that says it is by another. */
    private static SignatureFile forged(Map<String, byte[]> files, SigningKey by, SigningKey says, Role role) {
        SignatureFile.Statement statement = sign(files, says, role).statement();
        return new SignatureFile(Base64.getEncoder().encodeToString(by.sign(statement.bytes())), statement);
    }

    private static void put(Map<String, byte[]> files, String folder, SignatureFile signature) {
        files.put(folder + "/" + signature.path(), signature.bytes());
    }

    private static byte[] signatureOf(Map<String, byte[]> files, String path) throws RefusedException {
        return Base64.getDecoder()
                .decode(SignatureFile.read(new PackFile(path, files.get(path))).signature());
    }
}
