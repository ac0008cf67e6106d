package org.riderrules.engine.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.engine.json.CanonicalJson;

/** Makes entries that follow one another, in the form of a real record, varied by their sequence. */
public final class EntrySeries {
    private static final List<String> TOPICS = List.of("tiering", "incentives", "violations");
    private static final List<String> OUTCOMES = List.of("TierAssigned", "TierShielded", "PointsAssessed");
    private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");

    private long sequence;
    private String previous;

    private EntrySeries(long sequence, String previous) {
        this.sequence = sequence;
        this.previous = previous;
    }

    /** A trail that begins. */
    public static EntrySeries fresh() {
        return new EntrySeries(0, AuditEntry.NO_ENTRY_BEFORE);
    }

    /** A trail that goes on; null = begins. */
    public static EntrySeries after(AuditEntry last) {
        return last == null ? fresh() : new EntrySeries(last.sequence(), last.hash());
    }

    /** The next entry. */
    public AuditEntry next() {
        return next(EntryKind.CALL, "", BEGIN.plusSeconds(sequence + 1));
    }

    /** The next entry with a body of at least this size. */
    public AuditEntry nextOf(int bytes) {
        return next(EntryKind.CALL, "x".repeat(bytes), BEGIN.plusSeconds(sequence + 1));
    }

    /** The next entry, of a kind, said to be recorded then. */
    public AuditEntry next(EntryKind kind, Instant recordedAt) {
        return next(kind, "", recordedAt);
    }

    /** The next entries. */
    public List<AuditEntry> next(int entries) {
        List<AuditEntry> made = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            made.add(next());
        }
        return made;
    }

    private AuditEntry next(EntryKind kind, String filling, Instant recordedAt) {
        sequence++;
        AuditEntry entry = entry(record(kind, filling, recordedAt));
        previous = entry.hash();
        return entry;
    }

    private byte[] record(EntryKind kind, String filling, Instant recordedAt) {
        int turn = (int) (sequence % 6);
        Map<String, Object> about = new TreeMap<>();
        about.put("asOf", LocalDate.of(2026, 10, 1).plusDays(sequence % 31));
        about.put("knownAt", recordedAt);
        about.put("outcomes", List.of(OUTCOMES.get(turn % 3)));
        about.put("packs", List.of(TOPICS.get(turn % 3) + "/" + (1 + turn / 3)));
        about.put("rider", rider(sequence % 10));
        about.put("topics", List.of(TOPICS.get(turn % 3)));
        Map<String, Object> record = new TreeMap<>();
        record.put("about", about);
        record.put("body", new TreeMap<>(Map.of("filling", filling, "umlaut", "äöü 骑手")));
        record.put("chain", "test");
        record.put("decisions", List.of(TOPICS.get(turn % 3) + ":" + sequence));
        record.put("format", 1);
        record.put("kind", kind.name());
        record.put("previous", previous);
        record.put("recordedAt", recordedAt);
        record.put("sequence", sequence);
        return CanonicalJson.bytes(record);
    }

    /** A rider's reference. */
    public static String rider(long number) {
        return String.format(java.util.Locale.ROOT, "%032x", number);
    }

    /** The entry that a record is. */
    public static AuditEntry entry(byte[] record) {
        return ((EntryLine.Whole) EntryLine.of(record)).entry();
    }

    /** The entry with one letter of its record changed, and a hash that fits the change. */
    public static AuditEntry forged(AuditEntry entry) {
        return entry(entry.text().replace("umlaut", "umlauT").getBytes(StandardCharsets.UTF_8));
    }
}
