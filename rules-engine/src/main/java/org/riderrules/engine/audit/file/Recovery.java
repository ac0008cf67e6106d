package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the last file of a trail holds when a store is opened, after what a crash left half written has been set aside.
 *
 * @param end where the last whole entry ends
 * @param last the last entry; null = there is none, in no file
 * @param newest the last entry of each kind in this file
 */
record Recovery(long end, @Nullable AuditEntry last, Map<EntryKind, AuditEntry> newest) {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    static final String MEND = "nothing was changed; copy the folder away, ask `rules verify` what is damaged,"
            + " and restore this file from a backup";

    /**
     * Reads the last file to its end. Three things can stand there after a crash. A whole entry without its line feed is
     * kept and gets it. A piece of a line, or one with zeros where the disk did not get a page, is torn: it was never
     * acknowledged, and is moved to the folder {@code torn}. Anything else is damage that no crash makes, and is not
     * touched.
     *
     * @param before the last entry of the file before; null = there is none
     */
    static Recovery of(Segment segment, @Nullable AuditEntry before, Failures failures) throws IOException {
        long length = Files.size(segment.file());
        long end = 0;
        AuditEntry last = before;
        Map<EntryKind, AuditEntry> newest = new TreeMap<>();
        try (SegmentScan scan = new SegmentScan(segment, length, before)) {
            while (true) {
                AuditEntry entry;
                try {
                    entry = scan.next();
                } catch (SegmentScan.BrokenLine broken) {
                    if (!isTorn(broken, segment, scan, length)) {
                        throw failures.corrupt(broken.what(), MEND);
                    }
                    setAside(segment, end, length, last == null ? segment.first() : last.sequence() + 1);
                    break;
                }
                if (entry == null) {
                    break;
                }
                last = entry;
                newest.put(entry.kind(), entry);
                end = scan.end();
                if (!scan.terminated()) {
                    end = terminate(segment, end);
                }
            }
        }
        return new Recovery(end, last, newest);
    }

    private static boolean isTorn(SegmentScan.BrokenLine broken, Segment segment, SegmentScan scan, long length)
            throws IOException {
        if (broken.misplaced()) {
            return false;
        }
        return !scan.terminated() || holdsZeros(segment, scan.start(), length) && !scan.anotherFollows();
    }

    private static boolean holdsZeros(Segment segment, long from, long to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "r")) {
            file.seek(from);
            byte[] buffer = new byte[1 << 16];
            for (long left = to - from; left > 0; ) {
                int read = file.read(buffer, 0, (int) Math.min(left, buffer.length));
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return true;
                    }
                }
                if (read <= 0) {
                    return false;
                }
                left -= read;
            }
        }
        return false;
    }

    /** First the copy is durable, then the file is cut. */
    private static void setAside(Segment segment, long from, long length, long sequence) throws IOException {
        Path folder = Disk.directoryOf(segment.file()).resolve("torn");
        Disk.makeDirectory(folder);
        Path aside = unused(folder, sequence);
        Disk.makeFile(aside);
        try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "rw");
                RandomAccessFile copy = new RandomAccessFile(aside.toFile(), "rw")) {
            file.seek(from);
            byte[] buffer = new byte[1 << 16];
            for (long left = length - from; left > 0; ) {
                int read = file.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read <= 0) {
                    break;
                }
                copy.write(buffer, 0, read);
                left -= read;
            }
            copy.getFD().sync();
            file.setLength(from);
            file.getFD().sync();
        }
        LOG.warn(
                "{}: the last {} bytes were torn by a crash before entry {} was acknowledged; they were moved to {}",
                segment.file(),
                length - from,
                sequence,
                aside);
    }

    private static Path unused(Path folder, long sequence) {
        for (int i = 1; ; i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "before-entry-%019d-%04d.bin", sequence, i));
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    private static long terminate(Segment segment, long end) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "rw")) {
            file.seek(end);
            file.write('\n');
            file.getFD().sync();
        }
        return end + 1;
    }
}
