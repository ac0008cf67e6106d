package org.riderrules.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.engine.trust.Release;
import org.riderrules.engine.trust.ReleaseLedger;

/** From a key to an archive that a host believes, and everything that is refused on the way. */
class SigningCommandsTest {
    @TempDir
    private Path temporary;

    private String packs;
    private String version;
    private String author;
    private String approver;

    @BeforeEach
    void write() throws IOException {
        packs = temporary.resolve("packs").toString();
        version = packs + "/tiering/v1";
        Files.createDirectories(Path.of(version, "rules"));
        Files.writeString(Path.of(version, "pack.json"), "{}");
        Files.writeString(Path.of(version, "rules/decide.drl"), "package tiering;\n");
        author = keygen("author");
        approver = keygen("approver");
    }

    private String keygen(String name) {
        String key = temporary.resolve(name).toString();
        assertThat(CommandRun.of("keygen", "--out", key).exitCode()).isZero();
        return key;
    }

    private CommandRun sign(String key, String role) {
        return CommandRun.of("sign", version, "--key", key + ".private.pem", "--role", role);
    }

    private CommandRun verify(String... more) {
        String[] arguments = {
            "verify-pack", packs, "--author", author + ".public.pem", "--approver", approver + ".public.pem"
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandRun.of(all);
    }

    @Test
    void A_key_is_two_files_of_which_only_its_owner_can_read_the_private_one() throws IOException {
        String key = temporary.resolve("another").toString();
        CommandRun run = CommandRun.of("keygen", "--out", key);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("ed25519:[0-9a-f]{64}\n");
        assertThat(Files.getPosixFilePermissions(Path.of(key + ".private.pem")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        String secret = Files.readAllLines(Path.of(key + ".private.pem")).get(1);
        assertThat(run.out() + run.err()).doesNotContain(secret);
        assertThat(Files.readString(Path.of(key + ".public.pem")))
                .startsWith("-----BEGIN PUBLIC KEY-----")
                .doesNotContain("PRIVATE");
    }

    @Test
    void A_key_is_never_overwritten() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(author + ".private.pem"));

        CommandRun again = CommandRun.of("keygen", "--out", author);
        Files.delete(Path.of(author + ".public.pem"));
        CommandRun halfGone = CommandRun.of("keygen", "--out", author);

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("is there already and is not overwritten");
        assertThat(halfGone.exitCode()).isEqualTo(3);
        assertThat(Files.readAllBytes(Path.of(author + ".private.pem"))).isEqualTo(before);
    }

    @Test
    void Author_and_approver_sign_and_the_version_is_verified_by_name_of_both() {
        assertThat(sign(author, "author").out()).contains("tiering/v1 release 1: 2 files signed as author by ed25519:");
        assertThat(sign(approver, "approver").exitCode()).isZero();

        CommandRun verified = verify();
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out())
                .matches("tiering/v1 release 1: 2 files as signed\n"
                        + "  author ed25519:[0-9a-f]{64} 2026-11-28T08:00:00Z\n"
                        + "  approver ed25519:[0-9a-f]{64} 2026-11-28T08:00:00Z\n"
                        + "1 verified\n");
        assertThat(verified.err()).isEqualTo("not checked: whether a newer release has been in force; name --ledger\n");
    }

    @Test
    void A_change_after_signing_is_refused_with_1_and_its_place() throws IOException {
        sign(author, "author");
        sign(approver, "approver");
        Files.writeString(Path.of(version, "rules/decide.drl"), "package other;\n");

        CommandRun verified = verify();
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.out()).isEmpty();
        assertThat(verified.err()).contains("tiering/v1/rules/decide.drl: trust-file-changed");
    }

    @Test
    void A_version_that_nobody_approved_is_refused_unless_no_approval_is_asked_for() {
        sign(author, "author");

        assertThat(verify().exitCode()).isEqualTo(1);
        assertThat(verify().err()).contains("trust-approval-missing: 0 of 1 approvals are there");
        assertThat(verify("--approvals", "0").exitCode()).isZero();
        assertThat(verify("--approvals", "2").err()).contains("TrustedKeys.approver is 1 key");
    }

    @Test
    void Nobody_approves_what_nobody_has_signed_what_has_changed_since_or_what_is_his_own() throws IOException {
        assertThat(sign(approver, "approver").err()).contains("trust-not-signed", "nothing to approve");

        sign(author, "author");
        assertThat(sign(author, "approver").err()).contains("trust-same-key");
        Files.writeString(Path.of(version, "pack.json"), "{ }");
        assertThat(sign(approver, "approver").err()).contains("trust-file-changed");
        assertThat(sign(approver, "approver").exitCode()).isEqualTo(1);
        assertThat(Path.of(version, "signatures")).isDirectoryNotContaining("glob:**approver-*");
    }

    @Test
    void A_change_becomes_the_next_release_and_has_to_be_approved_again() throws IOException {
        sign(author, "author");
        sign(approver, "approver");
        Files.writeString(Path.of(version, "pack.json"), "{ }");

        CommandRun signed = sign(author, "author");
        assertThat(signed.out()).startsWith("tiering/v1 release 2: 2 files signed");
        assertThat(signed.err().lines()).hasSize(2).allMatch(line -> line.startsWith("deleted "));
        assertThat(verify().err()).contains("trust-approval-missing");
        assertThat(sign(approver, "approver").out()).startsWith("tiering/v1 release 2");
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void A_release_never_goes_back() {
        String[] sign = {"sign", version, "--key", author + ".private.pem", "--role", "author", "--release", "7"};
        assertThat(CommandRun.of(sign).out()).startsWith("tiering/v1 release 7");

        sign[7] = "6";
        assertThat(CommandRun.of(sign).err()).contains("trust-release-not-later", "give 7 or more");
        sign[5] = "approver";
        assertThat(CommandRun.of(sign).exitCode()).isEqualTo(2);
    }

    @Test
    void Only_plain_names_in_the_folder_of_a_version_are_signed() throws IOException {
        Files.writeString(Path.of(version, "rules/Decide.drl"), "package tiering;\n");
        assertThat(sign(author, "author").err()).contains("trust-file-name", "by upper and lower case only");

        Files.delete(Path.of(version, "rules/Decide.drl"));
        Files.writeString(Path.of(version, "rules/d\u00e9cide.drl"), "package tiering;\n");
        assertThat(sign(author, "author").err()).contains("trust-file-name", "not a plain one");
        assertThat(Path.of(version, "signatures")).doesNotExist();

        version = packs;
        assertThat(sign(author, "author").err()).contains("trust-folder", "no version of a pack");
    }

    @Test
    void A_key_that_others_can_read_is_warned_of_and_a_wrong_one_refused() throws IOException {
        Files.setPosixFilePermissions(Path.of(author + ".private.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(sign(author, "author").err()).contains("warning: others can read", "chmod 600");

        CommandRun wrong = CommandRun.of("sign", version, "--key", author + ".public.pem", "--role", "author");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).startsWith(author + ".public.pem.pem is a text without one private key");
        assertThat(CommandRun.of("sign", version, "--key", "none.pem", "--role", "author")
                        .exitCode())
                .isEqualTo(3);
        assertThat(CommandRun.of("sign", version, "--key", author + ".private.pem", "--role", "boss")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void An_encrypted_key_signs_with_its_passphrase() throws IOException {
        Path passphrase = Files.writeString(temporary.resolve("passphrase"), "correct horse\n");
        String key = temporary.resolve("encrypted").toString();
        assertThat(CommandRun.of("keygen", "--out", key, "--passphrase-file", passphrase.toString())
                        .exitCode())
                .isZero();

        assertThat(sign(key, "author").err()).contains(".passphrase is null");
        assertThat(CommandRun.of(
                                "sign",
                                version,
                                "--key",
                                key + ".private.pem",
                                "--role",
                                "author",
                                "--passphrase-file",
                                passphrase.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void A_host_that_has_had_a_newer_release_in_force_refuses_the_older() throws IOException {
        String ledger = temporary.resolve("ledger").toString();
        sign(author, "author");
        sign(approver, "approver");
        assertThat(verify("--ledger", ledger).err()).contains("trust-ledger-missing");
        assertThat(CommandRun.of("new-ledger", ledger).exitCode()).isZero();
        assertThat(CommandRun.of("new-ledger", ledger).err()).contains("trust-ledger-exists");

        assertThat(verify("--ledger", ledger).exitCode()).isZero();
        assertThat(verify("--ledger", ledger).err()).isEmpty();
        assertThat(Files.readString(Path.of(ledger))).contains("\"releases\":{}");

        Release newer = new Release(2, "sha256:" + "0".repeat(64));
        ReleaseLedger.file(Path.of(ledger)).update(before -> new TreeMap<>(Map.of("tiering/v1", newer)));
        assertThat(verify("--ledger", ledger).err()).contains("trust-older-release: this is release 1, and release 2");
    }

    @Test
    void A_revoked_key_is_refused() {
        sign(author, "author");
        sign(approver, "approver");
        String key = verify().out().replaceAll("(?s).*author (ed25519:[0-9a-f]{64}).*", "$1");

        assertThat(verify("--revoked", key).err()).contains("trust-key-revoked: the key " + key);
    }

    @Test
    void An_archive_is_verified_like_its_directory_and_is_the_same_each_time() throws IOException {
        sign(author, "author");
        sign(approver, "approver");
        String archive = temporary.resolve("packs.zip").toString();
        String again = temporary.resolve("again.zip").toString();

        CommandRun packed = CommandRun.of("pack", packs, "--out", archive);
        CommandRun.of("pack", packs, "--out", again);

        assertThat(packed.out()).matches(".*packs\\.zip: 5 files, sha256:[0-9a-f]{64}\n");
        assertThat(Path.of(archive)).hasSameBinaryContentAs(Path.of(again));
        packs = archive;
        assertThat(verify().out())
                .contains("tiering/v1 release 1: 2 files as signed")
                .endsWith("1 verified\n");
    }

    @Test
    void A_link_to_the_very_file_that_was_signed_is_refused_too() throws IOException {
        sign(author, "author");
        sign(approver, "approver");
        Path rules = Path.of(version, "rules/decide.drl");
        Path elsewhere = Files.move(rules, temporary.resolve("decide.drl"));
        Files.createSymbolicLink(rules, elsewhere);

        assertThat(verify().exitCode()).isEqualTo(1);
        assertThat(verify().err()).contains("tiering/v1/rules/decide.drl: file-link: it is a symbolic link");
    }

    @Test
    void Packs_that_are_not_there_are_3() {
        packs = temporary.resolve("none").toString();

        assertThat(verify().exitCode()).isEqualTo(3);
        assertThat(verify().err()).contains("source-missing");
    }
}
