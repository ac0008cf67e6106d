package org.riderrules.engine.audit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riderrules.engine.audit.StoreContract.refuses;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.engine.audit.EntrySeries;
import org.riderrules.engine.audit.file.Trails;

/** A process that writes is killed at any moment, and another one wants its files. */
class KilledTest {
    private static final int WRITES = 1_000;
    private static final int ROUNDS = Boolean.getBoolean("riderrules.long") ? 25 : 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"file", "sqlite", "spill"})
    void Nothing_that_was_acknowledged_is_lost_when_the_writer_is_killed_at_a_random_point(String kind)
            throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Long, String> acknowledged = new TreeMap<>();
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildProcess child = ChildProcess.start(List.of(), kind, folder, WRITES, random.nextLong())) {
                child.awaitOpen();
                int heard = random.nextInt(WRITES * 9 / 10);
                boolean alive = true;
                for (int i = 0; i < heard && alive; i++) {
                    alive = child.hear(acknowledged);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(5_000));
                child.kill();
                killed += alive ? 1 : 0;
                while (child.hear(acknowledged)) {
                    // What it had said before it was killed counts.
                }
            }
            check(kind, acknowledged, "seed " + seed + ", round " + round);
        }
        assertThat(killed).as("killed while it was writing, seed %d", seed).isGreaterThan(ROUNDS / 2);
        assertThat(acknowledged).as("acknowledged, seed %d", seed).hasSizeGreaterThan(100);
    }

    private void check(String kind, Map<Long, String> acknowledged, String when) throws InterruptedException {
        try (DecisionStore store = Child.open(kind, folder, false)) {
            for (int i = 0; i < 3_000 && store.health().waiting() > 0; i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(store.health().waiting()).as(when).isZero();
            List<AuditEntry> entries = Trails.all(store);
            String previous = AuditEntry.NO_ENTRY_BEFORE;
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).sequence()).as(when).isEqualTo(i + 1L);
                assertThat(entries.get(i).previous()).as(when).isEqualTo(previous);
                previous = entries.get(i).hash();
            }
            acknowledged.forEach((sequence, hash) -> {
                assertThat((long) entries.size())
                        .as("%s: entry %d", when, sequence)
                        .isGreaterThanOrEqualTo(sequence);
                assertThat(entries.get((int) (sequence - 1)).hash())
                        .as("%s: entry %d", when, sequence)
                        .isEqualTo(hash);
            });
            store.append(EntrySeries.after(store.last()).next(3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "sqlite"})
    void A_second_process_is_refused_and_told_who_has_it_until_that_one_is_gone(String kind) throws Exception {
        try (ChildProcess child = ChildProcess.start(List.of(), kind, folder, 0, 1)) {
            child.awaitOpen();
            for (int i = 0; i < 2; i++) {
                refuses(
                        () -> Child.open(kind, folder, false),
                        Problem.IN_USE,
                        ".lock is locked by process " + child.pid(),
                        "end that one first");
            }
            child.kill();
        }
        try (DecisionStore store = Child.open(kind, folder, false)) {
            store.append(EntrySeries.fresh().next(1));
        }
    }

    @Test
    void A_process_is_refused_when_this_one_has_the_store_and_the_lock_outlives_the_attempt() throws Exception {
        try (DecisionStore store = Child.open("file", folder, false)) {
            store.append(EntrySeries.fresh().next(1));
            refuses(() -> Child.open("file", folder, false), Problem.IN_USE, "another store of this process");
            for (int i = 0; i < 2; i++) {
                assertThat(failureOf("file")).startsWith("failed IN_USE").contains("locked by process");
            }
        }
    }

    private String failureOf(String kind) throws IOException {
        try (ChildProcess child = ChildProcess.start(List.of(), kind, folder, 1, 1)) {
            return child.next();
        }
    }
}
