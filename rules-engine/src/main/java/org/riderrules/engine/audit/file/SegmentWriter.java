package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.engine.audit.EntryLine;

/**
 * Writes at the end of one file, and takes back what did not get whole onto the disk. A {@code RandomAccessFile},
 * because a {@code FileChannel} closes itself when the thread that writes is interrupted. Used by one thread at a time.
 */
final class SegmentWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Segment segment;
    private final RandomAccessFile file;
    private final @Nullable Object identity;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long end;
    private boolean halfWritten;

    private SegmentWriter(Segment segment, RandomAccessFile file, @Nullable Object identity, long end) {
        this.segment = segment;
        this.file = file;
        this.identity = identity;
        this.end = end;
    }

    /** @param end where to go on; nothing stands behind it */
    static SegmentWriter open(Segment segment, long end) throws IOException {
        RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "rw");
        return new SegmentWriter(segment, file, identity(segment.file()), end);
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    Segment segment() {
        return segment;
    }

    /** Where the last entry ends that is whole. */
    long end() {
        return end;
    }

    /** What another hand did to the file since the last entry; null = nothing. */
    @Nullable
    String disturbance() throws IOException {
        if (halfWritten) {
            undo();
        }
        try {
            Object found = identity(segment.file());
            if (identity != null && !identity.equals(found)) {
                return "it was replaced by another file";
            }
        } catch (NoSuchFileException e) {
            return "it was moved or deleted";
        }
        long length = file.length();
        return length == end ? null : "it has " + length + " bytes, but " + end + " bytes were written";
    }

    /**
     * Writes the entries, all or none.
     *
     * @throws IOException when they are not all where {@code fsync} wants them; the file then ends where it ended, or
     *     will before the next entry is written
     */
    void write(List<AuditEntry> entries, Fsync fsync) throws IOException {
        halfWritten = true;
        file.seek(end);
        buffered = 0;
        long length = 0;
        for (AuditEntry entry : entries) {
            byte[] line = EntryLine.write(entry);
            put(line);
            length += line.length;
            if (fsync == Fsync.EACH_ENTRY) {
                flush();
                file.getFD().sync();
            }
        }
        flush();
        if (fsync == Fsync.GROUP) {
            file.getFD().sync();
        }
        end += length;
        halfWritten = false;
    }

    private void put(byte[] line) throws IOException {
        if (line.length > BUFFER - buffered) {
            flush();
        }
        if (line.length > BUFFER) {
            file.write(line);
        } else {
            System.arraycopy(line, 0, buffer, buffered, line.length);
            buffered += line.length;
        }
    }

    private void flush() throws IOException {
        file.write(buffer, 0, buffered);
        buffered = 0;
    }

    /**
     * Cuts off what did not get whole onto the disk. It was never acknowledged, and it is written again from its first
     * byte: after a failed fsync nobody can say which of its pages the disk has.
     */
    void undo() throws IOException {
        file.setLength(end);
        halfWritten = false;
    }

    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
