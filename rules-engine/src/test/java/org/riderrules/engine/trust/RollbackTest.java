package org.riderrules.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.riderrules.engine.trust.SignedPacks.APPROVER;
import static org.riderrules.engine.trust.SignedPacks.AUTHOR;
import static org.riderrules.engine.trust.SignedPacks.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.engine.pack.PackSources;

/** An older release, though signed, is never loaded again; what has been in force survives a restart, or nothing loads. */
class RollbackTest {
    @TempDir
    private Path temporary;

    private Path packs;
    private Path file;

    @BeforeEach
    void makeALedger() {
        packs = temporary.resolve("packs");
        file = temporary.resolve("ledger");
        SignedPacks.write(packs);
        ReleaseLedger.create(file);
    }

    @Test
    void An_older_release_is_refused_after_a_newer_one_was_in_force() throws IOException {
        Map<String, byte[]> first = SignedPacks.read(packs);
        change("GOLD,3\n");
        enterIntoForce();

        assertThat(problem(first).toString())
                .startsWith(
                        "tiering/v1: trust-older-release: this is release 1, and release 2 has been in force (ledger "
                                + file + ")")
                .contains("--release 3");
    }

    @Test
    void Other_content_under_the_same_release_is_refused() throws IOException {
        enterIntoForce();
        Path other = temporary.resolve("other");
        SignedPacks.version(other, "tiering/v1", Map.of("pack.json", "{ }"));
        SignedPacks.sign(other.resolve("tiering/v1"));

        assertThat(problem(SignedPacks.read(other)).toString())
                .startsWith("tiering/v1: trust-release-reused: this is release 1 with sha256:")
                .contains("sign each change as a release of its own");
    }

    @Test
    void A_source_without_the_newest_version_is_refused() throws IOException {
        Map<String, byte[]> before = SignedPacks.read(packs);
        SignedPacks.version(packs, "tiering/v2", SignedPacks.CONTENT);
        SignedPacks.sign(packs.resolve("tiering/v2"));
        enterIntoForce();

        assertThat(problem(before).toString())
                .startsWith("tiering: trust-older-version: the newest version here is v1, and v2 has been in force");
    }

    @Test
    void The_same_release_may_be_loaded_again_and_signed_by_one_more() throws IOException {
        enterIntoForce();
        enterIntoForce();
        PackSigner.asAuthor(packs.resolve("tiering/v1"), AUTHOR, null, CLOCK);
        enterIntoForce();

        assertThat(ReleaseLedger.file(file).releases().get("tiering/v1").number())
                .isEqualTo(1);
    }

    @Test
    void What_was_only_admitted_is_not_remembered() throws IOException {
        Map<String, byte[]> first = SignedPacks.read(packs);
        change("GOLD,3\n");
        trust().admit(PackSources.directory(packs), CLOCK);

        assertThat(ReleaseLedger.file(file).releases()).isEmpty();
        trust().admit(SignedPacks.source(first), CLOCK).enterIntoForce();
    }

    @Test
    void Of_two_that_were_admitted_together_the_older_cannot_come_into_force_after_the_newer() throws IOException {
        Admission older = trust().admit(PackSources.directory(packs), CLOCK);
        change("GOLD,3\n");
        trust().admit(PackSources.directory(packs), CLOCK).enterIntoForce();

        assertThatThrownBy(older::enterIntoForce)
                .isInstanceOf(PackProblemsException.class)
                .hasMessageContaining("trust-older-release");
        assertThat(ReleaseLedger.file(file).releases().get("tiering/v1").number())
                .isEqualTo(2);
    }

    @Test
    void A_pack_that_this_source_does_not_hold_stays_remembered() throws IOException {
        enterIntoForce();
        Map<String, byte[]> one = SignedPacks.read(packs);
        one.keySet().removeIf(path -> path.startsWith("welfare/"));
        trust().admit(SignedPacks.source(one), CLOCK).enterIntoForce();

        assertThat(ReleaseLedger.file(file).releases()).containsOnlyKeys("tiering/v1", "welfare/v1");
    }

    @Test
    void A_ledger_that_is_gone_stops_loading() throws IOException {
        Files.delete(file);

        assertThat(problem(SignedPacks.read(packs)).toString())
                .isEqualTo(file + ": trust-ledger-missing: there is no ledger, so that it is not known what has been in"
                        + " force\n    restore it; on a host that has never loaded packs, make one: rules new-ledger "
                        + file);
    }

    @Test
    void A_torn_ledger_stops_loading_wherever_it_was_torn() throws IOException {
        enterIntoForce();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(problem(SignedPacks.read(packs)).code())
                    .as("cut to " + length)
                    .isEqualTo("trust-ledger-damaged");
        }
        Files.write(file, whole);
        enterIntoForce();
    }

    @Test
    void A_changed_ledger_stops_loading_wherever_it_was_changed() throws IOException {
        enterIntoForce();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(problem(SignedPacks.read(packs)).code()).as("byte " + i).isEqualTo("trust-ledger-damaged");
        }
    }

    @Test
    void A_ledger_that_is_no_file_stops_loading() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(problem(SignedPacks.read(packs)).code()).isEqualTo("trust-ledger-unreadable");
    }

    @Test
    void A_ledger_is_never_begun_anew_over_an_old_one() {
        assertThatThrownBy(() -> ReleaseLedger.create(file))
                .isInstanceOf(PackProblemsException.class)
                .hasMessageContaining("trust-ledger-exists");
        assertThatThrownBy(() -> ReleaseLedger.create(temporary.resolve("no/such/folder/ledger")))
                .isInstanceOf(PackProblemsException.class)
                .hasMessageContaining("trust-ledger-unwritable");
    }

    @Test
    void What_a_change_throws_leaves_the_ledger_as_it_was() throws IOException {
        enterIntoForce();
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> ReleaseLedger.file(file).update(releases -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("packs", "ledger", "ledger.lock");
        }
    }

    @Test
    void Updates_from_many_threads_lose_nothing() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ReleaseLedger ledger = ReleaseLedger.file(file);
                running.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 10; i++) {
                        ledger.update(RollbackTest::oneMore);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ReleaseLedger.file(file).releases().get("tiering/v1").number())
                .isEqualTo(40);
    }

    @Test
    void The_ledger_of_this_process_refuses_an_older_release_too() throws IOException {
        Map<String, byte[]> first = SignedPacks.read(packs);
        Trust trust = SignedPacks.trust();
        change("GOLD,3\n");
        trust.admit(PackSources.directory(packs), CLOCK).enterIntoForce();

        assertThatThrownBy(() -> trust.admit(SignedPacks.source(first), CLOCK))
                .hasMessageContaining("trust-older-release");
    }

    private static SortedMap<String, Release> oneMore(SortedMap<String, Release> before) {
        SortedMap<String, Release> after = new TreeMap<>(before);
        after.merge(
                "tiering/v1",
                new Release(1, "sha256:" + "0".repeat(64)),
                (old, one) -> new Release(old.number() + 1, old.manifest()));
        return after;
    }

    private Trust trust() {
        return Trust.signedBy(SignedPacks.keys(), ReleaseLedger.file(file));
    }

    private void change(String row) throws IOException {
        Files.writeString(packs.resolve("tiering/v1/tables/TierThreshold.csv"), "tier,rank\n" + row);
        PackSigner.asAuthor(packs.resolve("tiering/v1"), AUTHOR, null, CLOCK);
        PackSigner.asApprover(packs.resolve("tiering/v1"), APPROVER, CLOCK);
    }

    private void enterIntoForce() {
        trust().admit(PackSources.directory(packs), CLOCK).enterIntoForce();
    }

    private PackProblem problem(Map<String, byte[]> files) {
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> trust().admit(SignedPacks.source(files), CLOCK));
        assertThat(refused).isNotNull();
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}
