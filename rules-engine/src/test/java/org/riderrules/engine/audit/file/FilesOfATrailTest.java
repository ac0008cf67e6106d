package org.riderrules.engine.audit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.riderrules.engine.audit.StoreContract.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.audit.EntrySeries;

/** How a trail lies in a folder: when the next file is begun, who may read it, what happens when a hand touches it. */
class FilesOfATrailTest {
    private static final Instant MORNING = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir
    private Path temporary;

    private Instant now = MORNING;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private Path directory() {
        return temporary.resolve("host").resolve("audit");
    }

    private JsonLinesStore.Builder store() {
        return JsonLinesStore.in(directory(), clock);
    }

    private List<String> names() throws IOException {
        return Trails.files(directory()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void The_next_file_is_begun_by_size_and_named_after_its_first_entry() throws IOException {
        EntrySeries chain = EntrySeries.fresh();
        int lineLength =
                org.riderrules.engine.audit.EntryLine.write(EntrySeries.fresh().next()).length;
        try (JsonLinesStore store = store().longestFile(3L * lineLength).open()) {
            for (int i = 0; i < 7; i++) {
                store.append(chain.next(1));
            }
            assertThat(names())
                    .containsExactly(
                            "decisions-0000000000000000001-20261101T080000Z.jsonl",
                            "decisions-0000000000000000004-20261101T080000Z.jsonl",
                            "decisions-0000000000000000007-20261101T080000Z.jsonl");
            assertThat(Trails.all(store)).hasSize(7);
        }
    }

    @Test
    void The_next_file_is_begun_by_age_also_after_a_restart_and_a_clock_that_goes_back_begins_none()
            throws IOException {
        EntrySeries chain = EntrySeries.fresh();
        for (int hour : new int[] {0, 23, 24, 25, -50, 49}) {
            now = MORNING.plus(Duration.ofHours(hour));
            try (JsonLinesStore store = store().open()) {
                store.append(chain.next(1));
            }
        }
        assertThat(names())
                .as("a day is over at more than 24 hours")
                .containsExactly(
                        "decisions-0000000000000000001-20261101T080000Z.jsonl",
                        "decisions-0000000000000000004-20261102T090000Z.jsonl");
        now = MORNING.plus(Duration.ofHours(49)).plusSeconds(1);
        try (JsonLinesStore store = store().open()) {
            store.append(chain.next(1));
            assertThat(names()).hasSize(3);
            assertThat(Trails.all(store)).hasSize(7);
        }
    }

    @Test
    void Only_the_owner_may_read_and_nobody_writes_a_file_that_is_full() throws IOException {
        try (JsonLinesStore store = store().longestFile(1 << 10).open()) {
            EntrySeries chain = EntrySeries.fresh();
            for (int i = 0; i < 3; i++) {
                store.append(List.of(chain.nextOf(1 << 10)));
            }
        }
        assertThat(permissions(directory())).isEqualTo("rwx------");
        assertThat(permissions(directory().getParent())).isEqualTo("rwx------");
        assertThat(permissions(directory().resolve("store.lock"))).isEqualTo("rw-------");
        List<Path> files = Trails.files(directory());
        assertThat(files.stream().map(FilesOfATrailTest::permissions))
                .containsExactly("r--------", "r--------", "rw-------");
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void Entries_that_are_appended_together_stand_in_one_file() throws IOException {
        try (JsonLinesStore store = store().longestFile(1 << 10).open()) {
            EntrySeries chain = EntrySeries.fresh();
            store.append(chain.next(10));
            store.append(chain.next(10));
        }
        assertThat(names()).hasSize(2);
        assertThat(names().get(1)).contains("-0000000000000000011-");
    }

    @Test
    void Older_files_are_searched_for_the_last_entry_of_a_kind() {
        AuditEntry checkpoint;
        EntrySeries chain = EntrySeries.fresh();
        try (JsonLinesStore store = store().longestFile(1 << 10).open()) {
            store.append(List.of(chain.next(EntryKind.CHECKPOINT, MORNING)));
            checkpoint = chain.next(EntryKind.CHECKPOINT, MORNING);
            store.append(List.of(checkpoint));
            for (int i = 0; i < 10; i++) {
                store.append(chain.next(2));
            }
        }
        try (JsonLinesStore store = store().open()) {
            assertThat(store.last(EntryKind.CHECKPOINT)).isEqualTo(checkpoint);
        }
    }

    @Test
    void Archived_files_may_go_but_not_one_from_the_middle() throws IOException {
        EntrySeries chain = EntrySeries.fresh();
        try (JsonLinesStore store = store().longestFile(1 << 10).open()) {
            for (int i = 0; i < 5; i++) {
                store.append(chain.next(2));
            }
        }
        List<Path> files = Trails.files(directory());
        assertThat(files).hasSize(5);
        Files.delete(files.get(0));
        try (JsonLinesStore store = store().open()) {
            assertThat(Trails.all(store).get(0).sequence()).isEqualTo(3);
        }
        Files.delete(files.get(2));
        try (JsonLinesStore store = store().open()) {
            refuses(
                    () -> Trails.all(store),
                    Problem.CORRUPT,
                    files.get(3).toString(),
                    "line 1",
                    "holds entry 7 where entry 5 belongs");
            try (Stream<AuditEntry> later =
                    store.entries(EntryQuery.where().from(7).build())) {
                assertThat(later).hasSize(4);
            }
        }
        Files.delete(files.get(3));
        refuses(() -> store().open(), Problem.CORRUPT, "ends with entry 4", "entries are missing between");
    }

    @Test
    void A_file_that_was_begun_and_never_written_is_gone_on_with() throws IOException {
        EntrySeries chain = EntrySeries.fresh();
        List<AuditEntry> entries = new ArrayList<>(chain.next(4));
        try (JsonLinesStore store = store().open()) {
            store.append(entries);
        }
        Files.createFile(directory().resolve("decisions-0000000000000000005-20261101T090000Z.jsonl"));
        Files.createFile(directory().resolve("decisions-0000000000000000005-20261101T100000Z.jsonl"));
        try (JsonLinesStore store = store().open()) {
            assertThat(store.last()).isEqualTo(entries.get(3));
            entries.add(chain.next());
            store.append(entries.subList(4, 5));
        }
        try (JsonLinesStore store = store().open()) {
            assertThat(Trails.all(store)).isEqualTo(entries);
        }
    }

    @Test
    void What_another_hand_writes_behind_the_last_entry_stops_the_trail() throws IOException {
        EntrySeries chain = EntrySeries.fresh();
        try (JsonLinesStore store = store().open()) {
            store.append(chain.next(2));
            Path file = Trails.files(directory()).get(0);
            Files.writeString(file, "{}\n", StandardOpenOption.APPEND);
            refuses(
                    () -> store.append(chain.next(1)),
                    Problem.CORRUPT,
                    file.toString(),
                    "by another hand before entry 3",
                    "bytes were written");
            assertThat(store.health().writable()).isFalse();
            assertThat(store.health().detail()).contains("another hand");
            assertThat(Trails.all(store)).hasSize(2);
        }
    }

    @Test
    void Nothing_is_written_into_a_file_that_was_moved_away() throws IOException {
        EntrySeries chain = EntrySeries.fresh();
        try (JsonLinesStore store = store().open()) {
            store.append(chain.next(2));
            Path file = Trails.files(directory()).get(0);
            Path moved = Files.move(file, temporary.resolve("rotated-by-somebody-else"));
            List<AuditEntry> third = chain.next(1);
            refuses(() -> store.append(third), Problem.CORRUPT, file.toString(), "moved or deleted");
            Files.createFile(file);
            refuses(() -> store.append(third), Problem.CORRUPT, "replaced by another file");
            Files.move(moved, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            store.append(third);
            assertThat(Trails.all(store)).hasSize(3);
        }
    }

    @Test
    void A_folder_that_is_a_file_is_refused_by_name() throws IOException {
        Path file = Files.createFile(temporary.resolve("audit"));
        refuses(() -> Trails.open(file), Problem.UNAVAILABLE, "cannot make the folder " + file);
    }

    @Test
    void Settings_are_held_to_their_ranges() {
        for (long bytes : new long[] {0, 1023, (1L << 40) + 1}) {
            assertThatThrownBy(() -> store().longestFile(bytes))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("1 KiB to 1 TiB");
        }
        store().longestFile(1024).longestFile(1L << 40);
        for (Duration age : List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofDays(3651))) {
            assertThatThrownBy(() -> store().oldestFile(age)).isInstanceOf(InvalidValueException.class);
        }
        store().oldestFile(Duration.ofSeconds(1)).oldestFile(Duration.ofDays(3650));
        try (JsonLinesStore store = store().region("eu").open()) {
            assertThat(store.region()).isEqualTo("eu");
            assertThat(store.name()).contains(directory().toString());
        }
    }

    @Test
    void Every_way_to_sync_keeps_the_same_bytes() throws IOException {
        List<AuditEntry> entries = EntrySeries.fresh().next(10);
        for (Fsync fsync : Fsync.values()) {
            Path folder = temporary.resolve(fsync.name());
            try (JsonLinesStore store =
                    JsonLinesStore.in(folder, clock).fsync(fsync).open()) {
                store.append(entries);
            }
            assertThat(Files.readAllBytes(Trails.files(folder).get(0)))
                    .isEqualTo(Files.readAllBytes(Trails.files(temporary.resolve(Fsync.values()[0].name()))
                            .get(0)));
        }
    }
}
