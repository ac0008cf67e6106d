package org.riderrules.engine.audit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riderrules.engine.audit.StoreContract.refuses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.engine.audit.EntryLine;
import org.riderrules.engine.audit.EntrySeries;

/** What a crash can leave in the newest file, and what it cannot. */
class RecoveryTest {
    @TempDir
    private Path directory;

    private List<AuditEntry> entries;
    private Path file;
    private byte[] whole;
    private int lastAt;

    @BeforeEach
    void write() throws IOException {
        entries = EntrySeries.fresh().next(3);
        try (JsonLinesStore store = Trails.open(directory)) {
            store.append(entries);
        }
        file = Trails.files(directory).get(0);
        whole = Files.readAllBytes(file);
        lastAt = whole.length - EntryLine.write(entries.get(2)).length;
    }

    private List<AuditEntry> reopened() {
        try (JsonLinesStore store = Trails.open(directory)) {
            return Trails.all(store);
        }
    }

    @Test
    void A_line_cut_at_any_byte_is_set_aside_and_the_entries_before_it_stay() throws IOException {
        for (int cut = lastAt + 1; cut < whole.length - 1; cut += 7) {
            Files.write(file, Arrays.copyOf(whole, cut));
            int before = Trails.torn(directory).size();
            assertThat(reopened()).as("cut at byte %d", cut).containsExactly(entries.get(0), entries.get(1));
            List<Path> torn = Trails.torn(directory);
            assertThat(torn).hasSize(before + 1);
            assertThat(Files.readAllBytes(torn.get(before)))
                    .as("what was cut off is kept")
                    .isEqualTo(Arrays.copyOfRange(whole, lastAt, cut));
            assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(whole, lastAt));
        }
        assertThat(Trails.torn(directory)).as("cuts tried").hasSizeGreaterThan(50);
    }

    @Test
    void The_trail_goes_on_where_the_torn_line_was() throws IOException {
        Files.write(file, Arrays.copyOf(whole, lastAt + 100));
        EntrySeries chain = EntrySeries.after(entries.get(1));
        AuditEntry other = chain.nextOf(50);
        try (JsonLinesStore store = Trails.open(directory)) {
            assertThat(store.last()).isEqualTo(entries.get(1));
            store.append(List.of(other));
        }
        assertThat(reopened()).containsExactly(entries.get(0), entries.get(1), other);
    }

    @Test
    void A_whole_entry_that_lacks_only_its_line_feed_is_kept() throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(reopened()).isEqualTo(entries);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        assertThat(Trails.torn(directory)).isEmpty();
    }

    @Test
    void A_first_line_that_was_torn_leaves_an_empty_trail() throws IOException {
        Files.write(file, Arrays.copyOf(whole, 20));
        assertThat(reopened()).isEmpty();
        try (JsonLinesStore store = Trails.open(directory)) {
            store.append(entries);
        }
        assertThat(reopened()).isEqualTo(entries);
    }

    @Test
    void Pages_that_never_reached_the_disk_are_torn_too() throws IOException {
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, lastAt + 10, whole.length - 10, (byte) 0);
        Files.write(file, zeros);
        assertThat(reopened()).containsExactly(entries.get(0), entries.get(1));
        assertThat(Trails.torn(directory)).hasSize(1);
    }

    @Test
    void Zeros_with_a_whole_entry_behind_them_are_damage_and_nothing_is_touched() throws IOException {
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, lastAt - 100, lastAt - 50, (byte) 0);
        damaged(zeros, "line 2", "hash");
    }

    @Test
    void A_changed_letter_in_the_middle_is_damage_and_is_said_where() throws IOException {
        byte[] changed = whole.clone();
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("TierShielded");
        changed[at] = 't';
        damaged(changed, "line 1", "hash");
    }

    @Test
    void A_changed_letter_in_the_last_line_is_damage_and_not_a_torn_line() throws IOException {
        byte[] changed = whole.clone();
        changed[whole.length - 40] ^= 1;
        damaged(changed, "line 3", "hash");
    }

    @Test
    void A_changed_last_line_is_not_made_torn_by_a_torn_one_behind_it() throws IOException {
        byte[] changed = Arrays.copyOf(whole, whole.length + 5);
        changed[whole.length - 40] ^= 1;
        Arrays.fill(changed, whole.length, changed.length, (byte) '{');
        damaged(changed, "line 3", "hash");
    }

    @Test
    void A_line_that_was_taken_out_is_damage() throws IOException {
        byte[] missing = new byte[whole.length - (lastAt - secondAt())];
        System.arraycopy(whole, 0, missing, 0, secondAt());
        System.arraycopy(whole, lastAt, missing, secondAt(), whole.length - lastAt);
        damaged(missing, "line 2", "holds entry 3 where entry 2 belongs");
    }

    @Test
    void A_forged_entry_with_a_hash_that_fits_it_breaks_the_chain_of_the_next() throws IOException {
        byte[] forged = EntryLine.write(EntrySeries.forged(entries.get(1)));
        byte[] changed = whole.clone();
        System.arraycopy(forged, 0, changed, secondAt(), forged.length);
        damaged(changed, "line 3", "entry 3 does not name the hash of entry 2");
    }

    private int secondAt() {
        return EntryLine.write(entries.get(0)).length;
    }

    private void damaged(byte[] bytes, String... words) throws IOException {
        Files.write(file, bytes);
        refuses(() -> Trails.open(directory), Problem.CORRUPT, file.toString());
        refuses(() -> Trails.open(directory), Problem.CORRUPT, words[0], "restore this file from a backup");
        refuses(() -> Trails.open(directory), Problem.CORRUPT, words[1]);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(Trails.torn(directory)).isEmpty();
    }
}
