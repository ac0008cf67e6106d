package org.riderrules.engine.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a file as bytes, one at a time. Not thread-safe. */
final class LineReader {
    /** A record of 5 MB is in order; a line of this length is none. */
    private static final int LONGEST = 256 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private boolean ended;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its line feed; null = there is none. */
    byte @Nullable [] next() throws IOException {
        byte[] line = new byte[0];
        int length = 0;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    ended = true;
                    return length == 0 ? null : Arrays.copyOf(line, length);
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int more = end - at;
            if (length + more > LONGEST) {
                throw new IOException("a line of more than " + LONGEST + " bytes");
            }
            if (line.length < length + more) {
                line = Arrays.copyOf(line, Math.max(length + more, Math.min(LONGEST, line.length * 2)));
            }
            System.arraycopy(buffer, at, line, length, more);
            length += more;
            at = end;
            if (end < filled) {
                at++;
                return length == line.length ? line : Arrays.copyOf(line, length);
            }
        }
    }

    /** Whether the line given last had no line feed. */
    boolean wasCut() {
        return ended;
    }
}
