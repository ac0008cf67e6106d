package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;

/** Whatever is done to a trail by someone without the key is found, and found in its place. */
@StatisticsReport(onFailureOnly = true)
class ChainProperties {
    private static final List<Finding.Kind> ANY = List.of(Finding.Kind.values());
    private static Path folder;

    record Note(String text) {}

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("trail");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("trail.jsonl"));
        Files.delete(folder);
    }

    /** Lines of a closed trail of notes, calls and checkpoints. */
    private static List<byte[]> lines(int entries, int every, long seed) {
        MemoryStore store = new MemoryStore();
        Random random = new Random(seed);
        TrailSamples samples = new TrailSamples(seed);
        try (AuditTrail trail = Fixed.trail(store, new MemoryVault(Fixed.random(seed)))
                .checkpointEvery(every)
                .open()) {
            for (int i = 0; i < entries; i++) {
                if (random.nextInt(4) == 0) {
                    samples.recordIn(trail);
                } else {
                    trail.append(EntryKind.PROCESS, null, EntryKeys.NONE, new Note("note " + i));
                }
            }
        }
        return store.lines();
    }

    private static Verdict verify(byte[] file) throws IOException {
        Path path = folder.resolve("trail.jsonl");
        Files.write(path, file);
        return new ChainVerifier(List.of(Fixed.KEY.verifyingKey()), false).verify(List.of(path));
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static Finding finding(byte[] file) throws IOException {
        Verdict verdict = verify(file);
        assertThat(verdict).isInstanceOf(Verdict.Tampered.class);
        return ((Verdict.Tampered) verdict).finding();
    }

    private static void assertFound(Finding found, List<Finding.Kind> kinds, long sequence, long line) {
        assertThat(kinds).as(found.toString()).contains(found.kind());
        assertThat(found.sequence()).as(found.toString()).isEqualTo(sequence);
        assertThat(found.line()).as(found.toString()).isEqualTo(line);
    }

    private static void assertVaried(String label, Object... values) {
        Statistics.label(label).coverage(seen -> {
            for (Object value : values) {
                seen.check(value).count(count -> count > 0);
            }
        });
    }

    private static String where(int index, int size) {
        return index == 0 ? "first" : index == size - 1 ? "last" : "inside";
    }

    @Property(tries = 100)
    void What_nobody_touched_is_intact(
            @ForAll @IntRange(min = 1, max = 40) int entries,
            @ForAll @IntRange(min = 2, max = 9) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        assertThat(verify(joined(lines))).isInstanceOfSatisfying(Verdict.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(lines.size());
            assertThat(intact.checkpoints()).isPositive();
        });
    }

    @Property(tries = 400)
    void Any_byte_that_is_changed_is_found_in_its_line(
            @ForAll @IntRange(min = 1, max = 12) int entries,
            @ForAll @IntRange(min = 2, max = 5) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        Random random = new Random(seed);
        int line = random.nextInt(lines.size());
        byte[] changed = lines.get(line).clone();
        boolean feed = random.nextInt(8) == 0;
        int at = feed ? changed.length - 1 : random.nextInt(changed.length - 1);
        byte before = changed[at];
        changed[at] = random.nextInt(8) == 0 ? (byte) '\n' : (byte) random.nextInt(256);
        if (changed[at] == before) {
            changed[at]++;
        }
        lines.set(line, changed);
        boolean cut = feed && line == lines.size() - 1;
        assertFound(
                finding(joined(lines)), List.of(cut ? Finding.Kind.CUT_OFF : Finding.Kind.CHANGED), line + 1, line + 1);
        Statistics.label("byte").collect(feed ? "line feed" : changed[at] == '\n' ? "into line feed" : "other");
        Statistics.label("line").collect(where(line, lines.size()));
        assertVaried("byte", "line feed", "into line feed", "other");
        assertVaried("line", "first", "inside", "last");
    }

    @Property(tries = 200)
    void Any_line_that_is_dropped_is_found_where_it_stood(
            @ForAll @IntRange(min = 2, max = 20) int entries,
            @ForAll @IntRange(min = 2, max = 5) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        int line = new Random(seed).nextInt(lines.size());
        boolean last = line == lines.size() - 1;
        lines.remove(line);
        if (last) {
            assertFound(finding(joined(lines)), List.of(Finding.Kind.CUT_OFF), line, line);
        } else {
            assertFound(finding(joined(lines)), List.of(Finding.Kind.MISSING), line + 1, line + 1);
        }
        Statistics.label("line").collect(where(line, lines.size() + 1));
        assertVaried("line", "first", "inside", "last");
    }

    @Property(tries = 200)
    void Any_line_that_stands_twice_is_found(
            @ForAll @IntRange(min = 2, max = 20) int entries,
            @ForAll @IntRange(min = 2, max = 5) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        Random random = new Random(seed);
        int line = random.nextInt(lines.size());
        int to = line + 1 + random.nextInt(lines.size() - line);
        lines.add(to, lines.get(line));
        assertFound(finding(joined(lines)), List.of(Finding.Kind.INSERTED), line + 1, to + 1);
        Statistics.label("copy").collect(to == line + 1 ? "beside" : "far");
        assertVaried("copy", "beside", "far");
    }

    @Property(tries = 200)
    void Any_two_lines_that_change_places_are_found(
            @ForAll @IntRange(min = 2, max = 20) int entries,
            @ForAll @IntRange(min = 2, max = 5) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        Random random = new Random(seed);
        int first = random.nextInt(lines.size() - 1);
        int second = first + 1 + random.nextInt(lines.size() - first - 1);
        Collections.swap(lines, first, second);
        assertFound(finding(joined(lines)), List.of(Finding.Kind.REORDERED), first + 1, first + 1);
        Statistics.label("lines").collect(second == first + 1 ? "neighbours" : "apart");
        assertVaried("lines", "neighbours", "apart");
    }

    @Property(tries = 200)
    void Any_end_that_is_cut_off_is_found(
            @ForAll @IntRange(min = 1, max = 12) int entries,
            @ForAll @IntRange(min = 2, max = 5) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        Random random = new Random(seed);
        int whole = random.nextInt(lines.size());
        int more = random.nextBoolean() ? 0 : 1 + random.nextInt(lines.get(whole).length - 1);
        byte[] file = joined(lines.subList(0, whole));
        byte[] cut = Arrays.copyOf(file, file.length + more);
        System.arraycopy(lines.get(whole), 0, cut, file.length, more);
        int expected = more > 0 ? whole + 1 : whole;
        assertFound(finding(cut), List.of(Finding.Kind.CUT_OFF), expected, Math.max(1, expected));
        Statistics.label("cut").collect(more > 0 ? "inside a line" : whole == 0 ? "everything" : "between lines");
        assertVaried("cut", "inside a line", "everything", "between lines");
    }

    /** Somebody who knows the format, but has not the key. */
    @Property(tries = 300)
    void A_record_that_is_rewritten_together_with_its_own_hash_is_found(
            @ForAll @IntRange(min = 1, max = 12) int entries,
            @ForAll @IntRange(min = 2, max = 5) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        int line = new Random(seed).nextInt(lines.size());
        AuditEntry entry = ((EntryLine.Whole) EntryLine.read(chomped(lines.get(line)))).entry();
        lines.set(line, rewritten(entry));
        assertFound(finding(joined(lines)), List.of(Finding.Kind.CHANGED), line + 1, line + 1);
        Statistics.label("kind").collect(entry.kind().name());
        Statistics.label("line").collect(where(line, lines.size()));
        assertVaried("kind", "call", "process", "checkpoint");
        assertVaried("line", "first", "inside", "last");
    }

    @Property(tries = 200)
    void A_record_that_is_rewritten_together_with_every_hash_after_it_is_found_at_the_next_checkpoint(
            @ForAll @IntRange(min = 1, max = 20) int entries,
            @ForAll @IntRange(min = 2, max = 6) int every,
            @ForAll long seed)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(entries, every, seed));
        int line = new Random(seed).nextInt(lines.size());
        String previous = null;
        for (int i = line; i < lines.size(); i++) {
            AuditEntry entry = ((EntryLine.Whole) EntryLine.read(chomped(lines.get(i)))).entry();
            lines.set(
                    i,
                    i == line
                            ? rewritten(entry)
                            : written(entry.text()
                                    .replace("\"previous\":\"" + entry.previous(), "\"previous\":\"" + previous)));
            previous = ((EntryLine.Whole) EntryLine.read(chomped(lines.get(i))))
                    .entry()
                    .hash();
        }
        Finding found = finding(joined(lines));
        assertThat(found.kind()).isEqualTo(Finding.Kind.CHANGED);
        assertThat((long) line + 1).as(found.toString()).isBetween(found.sequence(), found.until());
        assertThat(found.until() - found.sequence()).isLessThan(every);
    }

    private static byte[] chomped(byte[] line) {
        return Arrays.copyOf(line, line.length - 1);
    }

    private static byte[] rewritten(AuditEntry entry) {
        return written(entry.text().replace("\"recordedAt\":\"2026", "\"recordedAt\":\"2025"));
    }

    private static byte[] written(String record) {
        EntryLine.Content content = EntryLine.of(record.getBytes(StandardCharsets.UTF_8));
        return EntryLine.write(((EntryLine.Whole) content).entry());
    }

    /** Nothing that is read makes the verifier fail otherwise than with a finding. */
    @Property(tries = 300)
    void Rubbish_is_found_and_breaks_nothing(@ForAll byte[] rubbish, @ForAll @IntRange(max = 3) int after)
            throws IOException {
        List<byte[]> lines = new ArrayList<>(lines(3, 3, 1).subList(0, after));
        lines.add(rubbish);
        lines.add(new byte[] {'\n'});
        Finding found = finding(joined(lines));
        assertThat(ANY).contains(found.kind());
        assertThat(found.line()).isEqualTo(after + 1L);
    }
}
