package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.audit.EntryLine;
import org.riderrules.engine.audit.RecordedCall;
import org.riderrules.engine.audit.Replay;
import org.riderrules.engine.audit.Replayed;
import org.riderrules.engine.audit.Replayed.Cause;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;

/** Sealed records of real calls, evaluated again from the trail and the vault alone. */
class ReplayTest {
    private static final int EVERY = 12;

    private final Recorded recorded = new Recorded();
    private final Replay replay = new Replay(Shipped.engine());

    @AfterEach
    void close() {
        recorded.close();
    }

    /** Each twelfth call of the corpus, those that fail included, recorded as the engine records them. */
    private void recordSome() {
        List<RecordedCall> corpus = GoldenCorpus.read(Shipped.engine());
        for (int i = 0; i < corpus.size(); i++) {
            if (i % EVERY == 0 || corpus.get(i).failure() != null) {
                DecisionRequest request = corpus.get(i).request();
                try {
                    recorded.decide(request);
                } catch (RiderRulesException failure) {
                    recorded.trail.recordFailure(request, Shipped.engine().packs(), "0", failure);
                }
            }
        }
    }

    @Test
    void A_replay_gives_the_same_bytes() {
        recordSome();

        assertThat(recorded.calls()).hasSizeGreaterThan(150);
        for (AuditEntry entry : recorded.calls()) {
            assertThat(replay.replay(entry, recorded.vault)).isEqualTo(new Replayed.Same(entry.sequence()));
        }
    }

    @Test
    void A_replay_on_another_machine_of_another_language_and_zone_gives_the_same_bytes(@TempDir Path folder)
            throws Exception {
        recordSome();
        Path lines = folder.resolve("trail.jsonl");
        Path secrets = folder.resolve("secrets.txt");
        List<String> text = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        for (AuditEntry entry : recorded.calls()) {
            text.add(new String(EntryLine.write(entry), StandardCharsets.UTF_8).strip());
            RiderSecret secret = recorded.vault.findByReference(entry.keys().rider());
            keys.add(secret.reference() + " " + HexFormat.of().formatHex(secret.key()));
        }
        Files.write(lines, text);
        Files.write(secrets, keys);

        assertThat(elsewhere(lines, secrets)).contains(text.size() + " entries, 0 different");
    }

    private static String elsewhere(Path lines, Path secrets) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=ar",
                        "-Duser.country=SA",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayElsewhere.class.getName(),
                        lines.toString(),
                        secrets.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        return told;
    }

    private AuditEntry one() {
        recorded.decide(GoldenCorpus.read(Shipped.engine()).get(0).request());
        return recorded.calls().get(0);
    }

    private Replayed.Different different(Replay by, AuditEntry entry, Recorded.Vault vault) {
        return (Replayed.Different) by.replay(entry, vault);
    }

    @Test
    void Facts_of_an_erased_rider_are_the_cause_that_is_named() {
        AuditEntry entry = one();
        recorded.trail.erase("G-1");

        assertThat(different(replay, entry, recorded.vault).cause()).isEqualTo(Cause.FACTS_ERASED);
    }

    @Test
    void A_pack_that_is_not_loaded_is_the_cause_that_is_named() throws IOException {
        AuditEntry entry = one();
        Replay elsewhere = new Replay(RulesEngines.create(
                PackSources.of("violations alone", violationsAlone()), Trust.directoryForDevelopment()));

        Replayed.Different different = different(elsewhere, entry, recorded.vault);

        assertThat(different.cause()).isEqualTo(Cause.PACK_MISSING);
        assertThat(different.replayed()).isEqualTo("nothing");
        assertThat(different.toString()).contains("PACK_MISSING", "not loaded here");
    }

    private static Map<String, String> violationsAlone() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (PackFile file : RulesCatalog.standard().files()) {
            if (file.path().startsWith("violations/") && !file.path().contains("/cases/")) {
                files.put(file.path(), file.text());
            }
        }
        return files;
    }

    @Test
    void A_checkpoint_is_no_decision_to_replay() {
        one();
        AuditEntry checkpoint = recorded.trail.checkpoint();

        assertThat(different(replay, checkpoint, recorded.vault).cause()).isEqualTo(Cause.NO_DECISION);
    }
}
