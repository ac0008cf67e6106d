package org.riderrules.engine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.engine.json.CanonicalScan;

/**
 * An entry as one line of a JSON Lines file: {@code {"hash":"...","record":{...}}} and a line feed. The record stands in
 * it byte for byte. Everything else of an {@link AuditEntry} is read from the record, so a line alone is enough to
 * index it. Thread-safe; holds no state.
 */
public final class EntryLine {
    private static final String BEFORE_HASH = "{\"hash\":\"";
    private static final String BEFORE_RECORD = "\",\"record\":";
    /** Where the record begins: the texts above and 64 hex digits. */
    private static final int RECORD_AT = BEFORE_HASH.length() + 64 + BEFORE_RECORD.length();

    private EntryLine() {}

    /** What a line holds. */
    public sealed interface Content {}

    /**
     * A whole entry, whose hash is that of its record.
     *
     * @param entry the entry
     */
    public record Whole(AuditEntry entry) implements Content {}

    /**
     * Not an entry, or one that was changed or cut.
     *
     * @param what what is wrong; nothing of what the line says about anybody
     */
    public record Broken(String what) implements Content {}

    /** The line, with its line feed. */
    public static byte[] write(AuditEntry entry) {
        ByteBuffer line = ByteBuffer.allocate(RECORD_AT + entry.size() + 2);
        line.put(BEFORE_HASH.getBytes(StandardCharsets.US_ASCII));
        line.put(entry.hash().getBytes(StandardCharsets.US_ASCII));
        line.put(BEFORE_RECORD.getBytes(StandardCharsets.US_ASCII));
        entry.putInto(line);
        line.put((byte) '}').put((byte) '\n');
        return line.array();
    }

    /**
     * Reads a line.
     *
     * @param line the bytes without the line feed
     */
    public static Content read(byte[] line) {
        CanonicalScan scan = new CanonicalScan(line, 0, line.length);
        try {
            scan.expect(BEFORE_HASH.substring(0, BEFORE_HASH.length() - 1));
            String hash = scan.code();
            scan.expect(BEFORE_RECORD.substring(1));
            if (line.length <= RECORD_AT || scan.at() != RECORD_AT || line[line.length - 1] != '}') {
                return new Broken("it does not end as an entry does");
            }
            byte[] record = java.util.Arrays.copyOfRange(line, RECORD_AT, line.length - 1);
            String found = Sha256.hex(Sha256.of(record));
            if (!found.equals(hash)) {
                return new Broken("its record has the hash " + found + ", but the line names " + hash);
            }
            return new Whole(entry(record, hash));
        } catch (CanonicalScan.UnexpectedException | InvalidValueException | DateTimeException e) {
            return new Broken("it is not an entry: " + e.getMessage());
        }
    }

    /**
     * Makes an entry from a record alone, for stores that keep nothing else.
     *
     * @param record the canonical bytes; not copied
     */
    public static Content of(byte[] record) {
        try {
            return new Whole(entry(record, Sha256.hex(Sha256.of(record))));
        } catch (CanonicalScan.UnexpectedException | InvalidValueException | DateTimeException e) {
            return new Broken("it is not a record: " + e.getMessage());
        }
    }

    private static AuditEntry entry(byte[] record, String hash) {
        Envelope envelope = Envelope.read(record);
        return new AuditEntry(envelope.sequence(), envelope.kind(), envelope.previous(), hash, envelope.keys(), record);
    }

    /**
     * What stands around the body of a record.
     *
     * @param keys by what it can be found
     * @param bodyFrom where the body begins
     * @param bodyTo where the body ends
     * @param chain the trail's name
     * @param cipher the sealed values; null = none
     * @param head where the members end that are fixed before the record gets its place
     * @param kind what it is
     * @param previous the hash of the entry before
     * @param recordedAt when it was recorded
     * @param sequence its place
     */
    record Envelope(
            EntryKeys keys,
            int bodyFrom,
            int bodyTo,
            String chain,
            @Nullable String cipher,
            int head,
            EntryKind kind,
            String previous,
            Instant recordedAt,
            long sequence) {
        static final int FORMAT = 1;

        static Envelope read(byte[] record) {
            CanonicalScan scan = new CanonicalScan(record, 0, record.length);
            scan.expect("{\"about\":");
            EntryKeys about = about(scan);
            scan.expect(",\"body\":");
            int bodyFrom = scan.at();
            scan.skip();
            int bodyTo = scan.at();
            scan.expect(",\"chain\":");
            String chain = scan.code();
            String cipher = scan.next(",\"cipher\":") ? scan.code() : null;
            int head = scan.at();
            scan.expect(",\"decisions\":");
            List<String> decisions = codes(scan);
            scan.expect(",\"format\":" + FORMAT + ",\"kind\":");
            EntryKind kind = new EntryKind(scan.code());
            scan.expect(",\"previous\":");
            String previous = scan.code();
            scan.expect(",\"recordedAt\":");
            Instant recordedAt = Instant.parse(scan.code());
            scan.expect(",\"sequence\":");
            long sequence = scan.whole();
            scan.expect("}");
            if (!scan.atEnd()) {
                throw new CanonicalScan.UnexpectedException("the end of the record", scan.at());
            }
            return new Envelope(
                    about.withDecisions(decisions),
                    bodyFrom,
                    bodyTo,
                    chain,
                    cipher,
                    head,
                    kind,
                    previous,
                    recordedAt,
                    sequence);
        }

        private static EntryKeys about(CanonicalScan scan) {
            scan.expect("{");
            LocalDate asOf = scan.next("\"asOf\":") ? LocalDate.parse(scan.code()) : null;
            scan.next(",");
            Instant knownAt = scan.next("\"knownAt\":") ? Instant.parse(scan.code()) : null;
            scan.next(",");
            scan.expect("\"outcomes\":");
            List<String> outcomes = codes(scan);
            scan.expect(",\"packs\":");
            List<String> packs = codes(scan);
            String rider = scan.next(",\"rider\":") ? scan.code() : null;
            scan.expect(",\"topics\":");
            List<Topic> topics = codes(scan).stream().map(Topic::new).toList();
            scan.expect("}");
            return new EntryKeys(
                    rider,
                    new TreeSet<>(topics),
                    new TreeSet<>(packs),
                    asOf,
                    knownAt,
                    new TreeSet<>(outcomes),
                    List.of());
        }

        private static List<String> codes(CanonicalScan scan) {
            List<String> codes = new ArrayList<>();
            scan.expect("[");
            while (!scan.next("]")) {
                if (!codes.isEmpty()) {
                    scan.expect(",");
                }
                codes.add(scan.code());
            }
            return codes;
        }
    }
}
