package org.riderrules.api.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One entry of an audit trail, as a store keeps it. Immutable, thread-safe.
 *
 * <p>{@link #record()} is the whole truth: canonical JSON in UTF-8 on one line, which holds sequence, kind, the hash of
 * the entry before, keys and body. {@link #hash()} is the SHA-256 of exactly these bytes. Everything else here repeats
 * what stands in them, for stores that index.
 */
public final class AuditEntry {
    private static final String TYPE = "AuditEntry";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** The hash that the first entry of a trail names as the one before it: 64 zeros. */
    public static final String NO_ENTRY_BEFORE = "0".repeat(64);

    private final long sequence;
    private final EntryKind kind;
    private final String previous;
    private final String hash;
    private final EntryKeys keys;
    private final byte[] record;

    /**
     * @param sequence its place in the trail, from 1, without gaps
     * @param kind what it is
     * @param previous the hash of the entry before it, {@link #NO_ENTRY_BEFORE} for the first
     * @param hash the SHA-256 of {@code record}, 64 lower-case hex digits
     * @param keys by what it can be found
     * @param record the canonical bytes; not copied: whoever hands them in must not change them
     * @throws InvalidValueException naming the first argument whose value is not allowed
     */
    public AuditEntry(long sequence, EntryKind kind, String previous, String hash, EntryKeys keys, byte[] record) {
        if (sequence < 1) {
            throw new InvalidValueException(TYPE, "sequence", Long.toString(sequence), "1 or more");
        }
        this.sequence = sequence;
        this.kind = Require.present(TYPE, "kind", kind);
        this.previous = hash("previous", previous);
        this.hash = hash("hash", hash);
        this.keys = Require.present(TYPE, "keys", keys);
        this.record = Require.present(TYPE, "record", record);
    }

    private static String hash(String field, String value) {
        if (!HASH.matcher(Require.present(TYPE, field, value)).matches()) {
            throw new InvalidValueException(TYPE, field, "\"" + value + "\"", "64 lower-case hex digits");
        }
        return value;
    }

    /** Its place in the trail, from 1, without gaps. */
    public long sequence() {
        return sequence;
    }

    /** What it is. */
    public EntryKind kind() {
        return kind;
    }

    /** The hash of the entry before it; {@link #NO_ENTRY_BEFORE} for the first. */
    public String previous() {
        return previous;
    }

    /** The SHA-256 of {@link #record()}, 64 lower-case hex digits. */
    public String hash() {
        return hash;
    }

    /** By what it can be found. */
    public EntryKeys keys() {
        return keys;
    }

    /** A copy of the canonical bytes: one line of JSON in UTF-8, without a line feed. */
    public byte[] record() {
        return record.clone();
    }

    /** The canonical bytes as text. */
    public String text() {
        return new String(record, StandardCharsets.UTF_8);
    }

    /** How many bytes {@link #record()} has. */
    public int size() {
        return record.length;
    }

    /**
     * Puts the canonical bytes into a buffer, without another copy.
     *
     * @throws java.nio.BufferOverflowException when fewer than {@link #size()} bytes are free
     */
    public void putInto(ByteBuffer buffer) {
        buffer.put(record);
    }

    /** Whether both are the same entry, byte for byte. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AuditEntry entry
                && sequence == entry.sequence
                && hash.equals(entry.hash)
                && kind.equals(entry.kind)
                && previous.equals(entry.previous)
                && keys.equals(entry.keys)
                && Arrays.equals(record, entry.record);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** Place, kind and hash; nothing of the record. */
    @Override
    public String toString() {
        return "entry " + sequence + " (" + kind + ", " + hash.substring(0, 12) + ")";
    }
}
