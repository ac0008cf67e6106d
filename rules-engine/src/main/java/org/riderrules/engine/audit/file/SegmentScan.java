package org.riderrules.engine.audit.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.engine.audit.EntryLine;

/**
 * Reads the entries of one file in order and holds each to the one before: its sequence, its hash. Not thread-safe.
 */
final class SegmentScan implements AutoCloseable {
    private final Segment segment;
    private final Lines lines;
    private @Nullable AuditEntry last;

    /**
     * @param end how many bytes of the file to read
     * @param before the entry before the first one; null = not known
     */
    SegmentScan(Segment segment, long end, @Nullable AuditEntry before) throws IOException {
        this.segment = segment;
        this.lines = Lines.of(segment.file(), end);
        this.last = before;
    }

    /** A line that is no entry here: what is wrong with it, and where. */
    static final class BrokenLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean misplaced;

        private BrokenLine(String what, boolean misplaced) {
            super(what, null, false, false);
            this.misplaced = misplaced;
        }

        String what() {
            return String.valueOf(getMessage());
        }

        /** Whether it is a whole entry, but not the one that belongs there. */
        boolean misplaced() {
            return misplaced;
        }
    }

    /** The next entry, or null at the end. */
    @Nullable
    AuditEntry next() throws IOException, BrokenLine {
        byte[] line = lines.next();
        return line == null ? null : checked(line);
    }

    private AuditEntry checked(byte[] line) throws BrokenLine {
        EntryLine.Content content = EntryLine.read(line);
        if (content instanceof EntryLine.Broken broken) {
            throw new BrokenLine(where() + broken.what(), false);
        }
        AuditEntry entry = ((EntryLine.Whole) content).entry();
        AuditEntry before = last;
        long expected = before == null ? segment.first() : before.sequence() + 1;
        if (entry.sequence() != expected) {
            throw new BrokenLine(
                    where() + "it holds entry " + entry.sequence() + " where entry " + expected + " belongs", true);
        }
        if (before != null && !entry.previous().equals(before.hash())) {
            throw new BrokenLine(
                    where() + "entry " + expected + " does not name the hash of entry " + before.sequence(), true);
        }
        last = entry;
        return entry;
    }

    private String where() {
        return segment.file() + ", line " + lines.number() + " (byte " + lines.start() + "): ";
    }

    /** Whether some whole entry stands in what is left of the file. */
    boolean anotherFollows() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (EntryLine.read(line) instanceof EntryLine.Whole) {
                return true;
            }
        }
        return false;
    }

    /** Where the line begins that was read last. */
    long start() {
        return lines.start();
    }

    /** Where the line ends that was read last. */
    long end() {
        return lines.end();
    }

    /** Whether the line that was read last ended with a line feed. */
    boolean terminated() {
        return lines.terminated();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
