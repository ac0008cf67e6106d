package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.PackApproval;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackArchive;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.PackSigner;
import org.riderrules.engine.trust.ReleaseLedger;
import org.riderrules.engine.trust.SigningKey;
import org.riderrules.engine.trust.Trust;
import org.riderrules.engine.trust.TrustedKeys;

/** An engine loads what its trust admits, and nothing else comes into force. */
class TrustTest {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SigningKey AUTHOR = SigningKey.generate(new SecureRandom());
    private static final SigningKey APPROVER = SigningKey.generate(new SecureRandom());

    @TempDir
    private Path temporary;

    private Path packs;
    private Path version;
    private Path ledger;

    @BeforeEach
    void write() throws IOException {
        packs = temporary.resolve("packs");
        version = packs.resolve("tiering/v1");
        ledger = temporary.resolve("ledger");
        for (PackFile file : new SmallPack().source().files()) {
            Path path = packs.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.content());
        }
        ReleaseLedger.create(ledger);
        sign();
    }

    private void sign() throws IOException {
        PackSigner.asAuthor(version, AUTHOR, null, CLOCK);
        PackSigner.asApprover(version, APPROVER, CLOCK);
    }

    private Trust trust() {
        TrustedKeys keys = TrustedKeys.builder()
                .author(AUTHOR.verifyingKey())
                .approver(APPROVER.verifyingKey())
                .build();
        return Trust.signedBy(keys, ReleaseLedger.file(ledger));
    }

    private ManagedRulesEngine engine(PackSource source) {
        return RulesEngines.builder().packs(source, trust()).clock(CLOCK).build();
    }

    @Test
    void A_signed_pack_is_in_force_and_says_by_whose_approval() {
        PackInfo pack = engine(PackSources.directory(packs)).packs().get(0);

        assertThat(pack.approval().basis()).isEqualTo(PackApproval.Basis.SIGNED);
        assertThat(pack.approval().release()).isEqualTo(1);
        assertThat(pack.approval().signatures())
                .containsExactly(
                        new PackApproval.Signature(
                                "author", AUTHOR.verifyingKey().id(), NOW),
                        new PackApproval.Signature(
                                "approver", APPROVER.verifyingKey().id(), NOW));
    }

    @Test
    void Signatures_do_not_change_the_digest_that_decisions_name() throws IOException {
        String unsigned = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment())
                .packs()
                .get(0)
                .digest();

        assertThat(engine(PackSources.directory(packs)).packs().get(0).digest()).isEqualTo(unsigned);
        PackSigner.asAuthor(version, SigningKey.generate(new SecureRandom()), null, CLOCK);
        PackInfo developed = RulesEngines.create(PackSources.directory(packs), Trust.directoryForDevelopment())
                .packs()
                .get(0);
        assertThat(developed.digest()).isEqualTo(unsigned);
        assertThat(developed.approval()).isEqualTo(new PackApproval(PackApproval.Basis.DEVELOPMENT, 0, List.of()));
    }

    @Test
    void A_signed_archive_is_loaded_like_its_directory() throws IOException {
        Path archive = temporary.resolve("packs.zip");
        PackArchive.write(PackSources.directory(packs), archive);

        assertThat(engine(PackSources.jar(archive)).packs())
                .isEqualTo(engine(PackSources.directory(packs)).packs());
    }

    @Test
    void A_changed_rule_is_refused_before_it_is_parsed_and_the_packs_in_force_stay() throws IOException {
        ManagedRulesEngine engine = engine(PackSources.directory(packs));
        Files.writeString(version.resolve("rules/decide.drl"), "this is no rule at all");

        assertThat(problem(engine).code()).isEqualTo("trust-file-changed");
        assertThat(problem(engine).file()).isEqualTo("tiering/v1/rules/decide.drl");
        assertThat(engine.packs()).hasSize(1);
        assertThat(ReleaseLedger.file(ledger).releases().get("tiering/v1").number())
                .isEqualTo(1);
    }

    @Test
    void A_signed_pack_that_does_not_load_leaves_the_older_release_usable() throws IOException {
        ManagedRulesEngine engine = engine(PackSources.directory(packs));
        byte[] good = Files.readAllBytes(version.resolve("rules/decide.drl"));
        Files.writeString(version.resolve("rules/decide.drl"), "this is no rule at all");
        sign();

        assertThat(problem(engine).code()).doesNotStartWith("trust-");
        assertThat(ReleaseLedger.file(ledger).releases().get("tiering/v1").number())
                .isEqualTo(1);

        Files.write(version.resolve("rules/decide.drl"), good);
        sign();
        engine.replacePacks(PackSources.directory(packs), trust());
        assertThat(engine.packs().get(0).approval().release()).isEqualTo(3);
        assertThat(ReleaseLedger.file(ledger).releases().get("tiering/v1").number())
                .isEqualTo(3);
    }

    @Test
    void An_older_release_is_refused_after_a_restart() throws IOException {
        Path old = temporary.resolve("old.zip");
        PackArchive.write(PackSources.directory(packs), old);
        Files.writeString(version.resolve("README.md"), "changed\n");
        sign();
        engine(PackSources.directory(packs));

        PackProblemsException refused =
                catchThrowableOfType(PackProblemsException.class, () -> engine(PackSources.jar(old)));
        assertThat(refused.problems()).extracting(PackProblem::code).containsExactly("trust-older-release");
    }

    @Test
    void An_engine_whose_ledger_cannot_be_written_does_not_start() throws IOException {
        Files.deleteIfExists(temporary.resolve("ledger.lock"));
        Files.createDirectory(temporary.resolve("ledger.lock"));

        PackProblemsException refused =
                catchThrowableOfType(PackProblemsException.class, () -> engine(PackSources.directory(packs)));
        assertThat(refused.problems()).extracting(PackProblem::code).containsExactly("trust-ledger-unwritable");
    }

    private PackProblem problem(ManagedRulesEngine engine) {
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> engine.replacePacks(PackSources.directory(packs), trust()));
        assertThat(refused).isNotNull();
        return refused.problems().get(0);
    }
}
