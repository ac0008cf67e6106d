package org.riderrules.engine.audit.file;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line, as bytes, whatever their length, to a given end and not beyond: what another thread is
 * writing there is not looked at. Not thread-safe.
 */
final class Lines implements AutoCloseable {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private long left;
    private int at;
    private int filled;
    private long number;
    private long start;
    private long next;
    private boolean terminated;

    private Lines(InputStream in, long end) {
        this.in = in;
        this.left = end;
    }

    /** @param end how many bytes of the file to read */
    // Not Files.newInputStream: that closes itself when the thread is interrupted.
    static Lines of(Path file, long end) throws IOException {
        return new Lines(new FileInputStream(file.toFile()), end);
    }

    /** The next line without its line feed, or null at the end. */
    byte @Nullable [] next() throws IOException {
        start = next;
        terminated = false;
        ByteArrayOutputStream begun = null;
        while (true) {
            if (at == filled && !fill()) {
                return begun == null ? null : line(begun, 0, 0);
            }
            int feed = at;
            while (feed < filled && buffer[feed] != '\n') {
                feed++;
            }
            int length = feed - at;
            int from = at;
            terminated = feed < filled;
            at = terminated ? feed + 1 : feed;
            next += length + (terminated ? 1 : 0);
            if (terminated) {
                return line(begun, from, length);
            }
            if (begun == null) {
                begun = new ByteArrayOutputStream(2 * buffer.length);
            }
            begun.write(buffer, from, length);
        }
    }

    private byte[] line(@Nullable ByteArrayOutputStream begun, int from, int length) {
        number++;
        if (begun == null) {
            return Arrays.copyOfRange(buffer, from, from + length);
        }
        begun.write(buffer, from, length);
        return begun.toByteArray();
    }

    private boolean fill() throws IOException {
        int wanted = (int) Math.min(buffer.length, left);
        at = 0;
        filled = 0;
        if (wanted == 0) {
            return false;
        }
        int read = in.read(buffer, 0, wanted);
        if (read <= 0) {
            left = 0;
            return false;
        }
        left -= read;
        filled = read;
        return true;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /** Where the last line begins. */
    long start() {
        return start;
    }

    /** Where the last line ends, behind its line feed. */
    long end() {
        return next;
    }

    /** Whether the last line ended with a line feed. */
    boolean terminated() {
        return terminated;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
