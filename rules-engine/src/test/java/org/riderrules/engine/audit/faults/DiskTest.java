package org.riderrules.engine.audit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.riderrules.engine.audit.StoreContract.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.engine.audit.EntrySeries;
import org.riderrules.engine.audit.file.JsonLinesStore;
import org.riderrules.engine.audit.file.SpillingStore;
import org.riderrules.engine.audit.file.Trails;

/** Disks that are full, and folders that nobody may write to: real ones. */
class DiskTest {
    @TempDir
    private Path temporary;

    private Path mounted;

    /** A disk of one megabyte; only root may mount one. */
    private Path smallDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        boolean done = System.getProperty("user.name").equals("root")
                && run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        assumeTrue(done, "no disk of one megabyte: mounting a tmpfs is not allowed here");
        mounted = disk;
        return disk;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted != null) {
            run("umount", "-l", mounted.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static List<AuditEntry> fill(DecisionStore store, EntrySeries series) {
        List<AuditEntry> kept = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            List<AuditEntry> batch = series.next(7);
            try {
                store.append(batch);
            } catch (StoreException e) {
                assertThat(e.problem()).isEqualTo(Problem.FULL);
                return kept;
            }
            kept.addAll(batch);
        }
        throw new AssertionError("the disk did not get full");
    }

    @Test
    void A_full_disk_is_said_and_nothing_is_lost_or_half_written_and_room_is_all_it_needs() throws Exception {
        Path disk = smallDisk();
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[400_000]);
        Path folder = disk.resolve("audit");
        List<AuditEntry> kept;
        try (JsonLinesStore store = JsonLinesStore.in(folder, Clock.systemUTC())
                .longestFile(100_000)
                .open()) {
            kept = fill(store, EntrySeries.fresh());
            assertThat(kept).hasSizeGreaterThan(500);
            List<AuditEntry> next = EntrySeries.after(store.last()).next(200);
            for (int i = 0; i < 3; i++) {
                refuses(
                        () -> store.append(next),
                        Problem.FULL,
                        "cannot write entry " + (kept.size() + 1),
                        "no room",
                        "make room on the disk of " + folder);
            }
            assertThat(store.health().writable()).isFalse();
            assertThat(Trails.all(store)).isEqualTo(kept);
            Files.delete(ballast);
            store.append(next);
            kept.addAll(next);
            assertThat(store.health().writable()).isTrue();
        }
        try (JsonLinesStore store = Trails.open(folder)) {
            assertThat(Trails.all(store)).isEqualTo(kept);
            assertThat(Trails.torn(folder)).isEmpty();
        }
    }

    @Test
    void What_a_full_disk_cannot_take_spills_to_another_and_comes_back() throws Exception {
        Path disk = smallDisk();
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[700_000]);
        JsonLinesStore full = Trails.open(disk.resolve("audit"));
        List<AuditEntry> all = new ArrayList<>();
        EntrySeries series = EntrySeries.fresh();
        try (SpillingStore store = SpillingStore.over(full, temporary.resolve("spill"), Clock.systemUTC())
                .tryAgainAfter(Duration.ofMillis(20))
                .open()) {
            for (int i = 0; i < 120; i++) {
                List<AuditEntry> batch = series.next(7);
                store.append(batch);
                all.addAll(batch);
            }
            assertThat(store.health().waiting()).isPositive();
            Files.delete(ballast);
            for (int i = 0; i < 3_000 && store.health().waiting() > 0; i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(Trails.all(full)).isEqualTo(all);
        }
    }

    @Test
    void A_file_that_may_grow_no_further_is_a_full_disk() throws Exception {
        Path folder = temporary.resolve("audit");
        Map<Long, String> acknowledged = new TreeMap<>();
        List<String> limited = List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash");
        String failure;
        try (ChildProcess child = ChildProcess.start(limited, "file", folder, 1_000, 7)) {
            child.awaitOpen();
            while (child.hear(acknowledged)) {
                // Until it fails.
            }
            assertThat(child.end()).isZero();
            failure = String.valueOf(acknowledged.size());
        }
        assertThat(acknowledged).as(failure).hasSizeBetween(50, 200);
        try (DecisionStore store = Trails.open(folder)) {
            List<AuditEntry> entries = Trails.all(store);
            assertThat(entries).hasSameSizeAs(acknowledged.keySet());
            entries.forEach(
                    entry -> assertThat(acknowledged.get(entry.sequence())).isEqualTo(entry.hash()));
            assertThat(Trails.torn(folder))
                    .as("the half-written line was taken back")
                    .isEmpty();
            store.append(EntrySeries.after(store.last()).next(10));
        }
    }

    @Test
    void A_folder_that_may_not_be_written_to_is_named_and_nothing_is_begun() throws Exception {
        Path folder;
        if (System.getProperty("user.name").equals("root")) {
            folder = smallDisk();
            assumeTrue(run("mount", "-o", "remount,ro", folder.toString()), "a disk cannot be made read-only here");
        } else {
            folder = Files.createDirectory(temporary.resolve("locked"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        refuses(
                () -> Trails.open(folder),
                Problem.UNAVAILABLE,
                folder.toString(),
                "writing is not allowed",
                "let this process write in " + folder);
        refuses(() -> Trails.open(folder.resolve("audit")), Problem.UNAVAILABLE, "writing is not allowed");
        assertThat(Trails.files(folder)).isEmpty();
    }
}
