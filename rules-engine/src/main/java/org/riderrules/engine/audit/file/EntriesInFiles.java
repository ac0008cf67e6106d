package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryQuery;

/**
 * Reads entries of several files one after the other, each held to the one before, and gives those that match. Holds one
 * entry at a time. Not thread-safe.
 */
final class EntriesInFiles implements Iterator<AuditEntry>, AutoCloseable {
    private final List<Segment> segments;
    private final long endOfLast;
    private final EntryQuery query;
    private final Failures failures;
    private int nextSegment;
    private @Nullable SegmentScan scan;
    private @Nullable AuditEntry before;
    private @Nullable AuditEntry found;

    private EntriesInFiles(List<Segment> segments, long endOfLast, EntryQuery query, Failures failures) {
        this.segments = segments;
        this.endOfLast = endOfLast;
        this.query = query;
        this.failures = failures;
    }

    /**
     * @param segments by sequence; those that cannot hold what is asked for are not opened
     * @param endOfLast where the last one ends, at most
     */
    static Stream<AuditEntry> stream(List<Segment> segments, long endOfLast, EntryQuery query, Failures failures) {
        EntriesInFiles entries = new EntriesInFiles(segments, endOfLast, query, failures);
        entries.skipTo(query.from());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                entries, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT),
                        false)
                .onClose(entries::close);
    }

    private void skipTo(long sequence) {
        while (nextSegment + 1 < segments.size()
                && segments.get(nextSegment + 1).first() <= sequence) {
            nextSegment++;
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (found == null) {
                AuditEntry entry = read();
                if (entry == null || entry.sequence() >= query.until()) {
                    close();
                    nextSegment = segments.size();
                    return false;
                }
                if (query.matches(entry)) {
                    found = entry;
                }
            }
            return true;
        } catch (IOException e) {
            close();
            throw failures.of("cannot read " + at(), e);
        } catch (SegmentScan.BrokenLine e) {
            close();
            throw failures.corrupt(e.what(), Recovery.MEND);
        }
    }

    private @Nullable AuditEntry read() throws IOException, SegmentScan.BrokenLine {
        while (true) {
            SegmentScan open = scan;
            if (open == null) {
                if (nextSegment >= segments.size() || segments.get(nextSegment).first() >= query.until()) {
                    return null;
                }
                boolean last = nextSegment == segments.size() - 1;
                open = new SegmentScan(segments.get(nextSegment++), last ? endOfLast : Long.MAX_VALUE, before);
                scan = open;
            }
            AuditEntry entry = open.next();
            if (entry != null) {
                before = entry;
                return entry;
            }
            open.close();
            scan = null;
        }
    }

    private String at() {
        return segments.isEmpty()
                ? "entries"
                : segments.get(Math.max(0, nextSegment - 1)).file().toString();
    }

    @Override
    public AuditEntry next() {
        if (!hasNext() || found == null) {
            throw new NoSuchElementException();
        }
        AuditEntry entry = found;
        found = null;
        return entry;
    }

    @Override
    public void close() {
        SegmentScan open = scan;
        scan = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw failures.of("cannot close " + at(), e);
            }
        }
    }
}
