package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.engine.audit.EntryLine;

/** Reads the last entry of a file from its end, without reading the file. Holds no state. */
final class LastLine {
    private static final int CHUNK = 1 << 14;

    private LastLine() {}

    /** The last entry of a file that was finished; null = it is empty. */
    static @Nullable AuditEntry of(Segment segment, Failures failures) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "r")) {
            long end = file.length() - 1;
            if (end < 0) {
                return null;
            }
            long from = afterLastFeed(file, end);
            byte[] line = new byte[Math.toIntExact(end - from)];
            file.seek(from);
            file.readFully(line);
            if (file.read() == '\n' && EntryLine.read(line) instanceof EntryLine.Whole whole) {
                return whole.entry();
            }
            throw failures.corrupt(
                    segment.file() + ", the last line (byte " + from + "): it is not a whole entry", Recovery.MEND);
        }
    }

    private static long afterLastFeed(RandomAccessFile file, long end) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long to = end;
        while (to > 0) {
            int length = (int) Math.min(CHUNK, to);
            file.seek(to - length);
            file.readFully(chunk, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (chunk[i] == '\n') {
                    return to - length + i + 1;
                }
            }
            to -= length;
        }
        return 0;
    }
}
