package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;

/**
 * Keeps a trail as JSON Lines in a folder: the default. Files are only ever appended to; the next one is begun by size
 * or age, and its first entry names the hash of the last one before, so the chain goes on over files. A file that is full
 * becomes read-only and may be archived; the newest has to stay. Only the owner of the process may read them.
 *
 * <p>One process writes, guarded by the file {@code store.lock}. Opening reads the newest file whole, and sets aside what
 * a crash left half written. Queries read the files that can hold what is asked for from one end to the other, checking
 * each entry: what that costs is in {@code docs/benchmarks.md}; for many queries over a long time take a database.
 *
 * <p>Thread-safe, as {@link DecisionStore} asks.
 */
public final class JsonLinesStore implements DecisionStore {
    private final String name;
    private final Path directory;
    private final Settings settings;
    private final Failures failures;
    private final WriterLock writing;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Segment> segments;
    private final Map<EntryKind, AuditEntry> newest = new TreeMap<>();
    private @Nullable SegmentWriter writer;
    private @Nullable AuditEntry last;
    private volatile StoreHealth health = StoreHealth.GOOD;
    private boolean closed;

    private record Settings(
            Clock clock,
            @Nullable String region,
            Fsync fsync,
            long longestFile,
            Duration oldestFile,
            boolean anyBeginning) {}

    private JsonLinesStore(Path directory, Settings settings) {
        this.name = "JSON Lines store " + directory;
        this.directory = directory;
        this.settings = settings;
        this.failures = new Failures(name, directory);
        try {
            Disk.makeDirectory(directory);
        } catch (IOException e) {
            throw failures.of("cannot make the folder " + directory, e);
        }
        this.writing = WriterLock.of(directory.resolve("store.lock"), name);
        boolean open = false;
        try {
            this.segments = new ArrayList<>(Segment.in(directory));
            recover();
            open = true;
        } catch (IOException e) {
            throw failures.of("cannot open the newest file", e);
        } finally {
            if (!open) {
                releaseQuietly();
            }
        }
    }

    /**
     * Starts a store in a folder, which is made when it is not there, for its owner only.
     *
     * @param directory the folder; it holds this trail and nothing else
     * @param clock says when a file was begun
     */
    public static Builder in(Path directory, Clock clock) {
        return new Builder(directory, clock);
    }

    private void recover() throws IOException {
        if (segments.isEmpty()) {
            return;
        }
        Segment active = segments.get(segments.size() - 1);
        AuditEntry before = lastBefore(segments.size() - 1);
        if (before != null && before.sequence() + 1 != active.first()) {
            throw failures.corrupt(
                    "the file before " + active.name() + " ends with entry " + before.sequence(),
                    "entries are missing between the two files; restore the file that holds them");
        }
        Recovery found = Recovery.of(active, before, failures);
        last = found.last();
        newest.putAll(found.newest());
        writer = SegmentWriter.open(active, found.end());
    }

    /** A file may be empty when the disk was full as soon as it was begun. */
    private @Nullable AuditEntry lastBefore(int segment) throws IOException {
        AuditEntry found = null;
        for (int i = segment - 1; i >= 0 && found == null; i--) {
            found = LastLine.of(segments.get(i), failures);
        }
        return found;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String region() {
        return settings.region();
    }

    @Override
    public void append(List<AuditEntry> entries) {
        lock.lock();
        try {
            requireOpen();
            Following.require(entries, last, settings.anyBeginning(), name);
            write(entries);
            AuditEntry end = entries.get(entries.size() - 1);
            last = end;
            entries.forEach(entry -> newest.put(entry.kind(), entry));
            health = StoreHealth.GOOD;
        } catch (StoreException e) {
            health = new StoreHealth(e.problem() == Problem.OUT_OF_ORDER, 0, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<AuditEntry> entries) {
        long first = entries.get(0).sequence();
        long size = entries.stream().mapToLong(AuditEntry::size).sum();
        SegmentWriter active = writer;
        try {
            if (active != null) {
                String disturbance = active.disturbance();
                if (disturbance != null) {
                    throw failures.corrupt(
                            active.segment().file() + " was changed by another hand before entry " + first + ": "
                                    + disturbance,
                            "nothing may touch the newest file; put it back as it was, then open the store again");
                }
            }
            if (active == null || isFull(active, size)) {
                active = begin(first);
            }
            active.write(entries, settings.fsync());
        } catch (IOException e) {
            StoreException failure = failures.of("cannot write entry " + first, size, e);
            undo(active, failure);
            throw failure;
        }
    }

    private static void undo(@Nullable SegmentWriter active, StoreException failure) {
        if (active != null) {
            try {
                active.undo();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private boolean isFull(SegmentWriter active, long more) {
        boolean large = active.end() + more > settings.longestFile();
        boolean old =
                settings.clock().instant().isAfter(active.segment().begun().plus(settings.oldestFile()));
        return active.end() > 0 && (large || old);
    }

    /** The old file is whole on the disk and closed before the new one is there. */
    private SegmentWriter begin(long first) throws IOException {
        SegmentWriter old = writer;
        if (old != null) {
            old.sync();
        }
        Instant now = settings.clock().instant();
        Segment next = Segment.named(directory, first, now);
        if (!Files.exists(next.file())) {
            Disk.makeFile(next.file());
        }
        SegmentWriter begun = SegmentWriter.open(next, 0);
        segments.add(next);
        writer = begun;
        if (old != null) {
            old.close();
            Disk.seal(old.segment().file());
        }
        return begun;
    }

    @Override
    public @Nullable AuditEntry last() {
        lock.lock();
        try {
            requireOpen();
            return last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable AuditEntry last(EntryKind kind) {
        lock.lock();
        try {
            requireOpen();
            AuditEntry known = newest.get(kind);
            return known != null ? known : lastInOlderFiles(kind);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable AuditEntry lastInOlderFiles(EntryKind kind) {
        for (int i = segments.size() - 2; i >= 0; i--) {
            EntryQuery query = EntryQuery.where().kind(kind).build();
            try (Stream<AuditEntry> entries =
                    EntriesInFiles.stream(List.of(segments.get(i)), Long.MAX_VALUE, query, failures)) {
                AuditEntry found = entries.reduce((earlier, later) -> later).orElse(null);
                if (found != null) {
                    newest.put(kind, found);
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public Stream<AuditEntry> entries(EntryQuery query) {
        lock.lock();
        try {
            requireOpen();
            SegmentWriter active = writer;
            return EntriesInFiles.stream(List.copyOf(segments), active == null ? 0 : active.end(), query, failures);
        } finally {
            lock.unlock();
        }
    }

    /** The sequence of the first entry; 1 when there is none. */
    long first() {
        lock.lock();
        try {
            return segments.isEmpty() ? 1 : segments.get(0).first();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything, when all of it is durable elsewhere. */
    void clear() {
        lock.lock();
        try {
            requireOpen();
            SegmentWriter active = writer;
            if (active != null) {
                active.close();
                writer = null;
            }
            for (Segment segment : segments) {
                Files.deleteIfExists(segment.file());
            }
            Disk.syncDirectory(directory);
            segments.clear();
            newest.clear();
            last = null;
        } catch (IOException e) {
            throw failures.of("cannot delete what is kept elsewhere", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StoreHealth health() {
        return health;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(
                    Problem.CLOSED, name, "it was closed", "open the store again; one that is closed stays so", null);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            health = new StoreHealth(false, 0, "closed");
            SegmentWriter active = writer;
            try {
                if (active != null) {
                    active.sync();
                    active.close();
                }
            } finally {
                writing.close();
            }
        } catch (IOException e) {
            throw failures.of("cannot close the newest file", e);
        } finally {
            lock.unlock();
        }
    }

    private void releaseQuietly() {
        try {
            writing.close();
        } catch (IOException e) {
            // The failure that is on its way says more.
            health = new StoreHealth(false, 0, "its lock could not be given back");
        }
    }

    /** Opens a {@link JsonLinesStore}; not thread-safe. */
    public static final class Builder {
        private static final String TYPE = "JsonLinesStore";
        private static final long LEAST = 1 << 10;
        private static final long MOST = 1L << 40;

        private final Path directory;
        private final Clock clock;
        private @Nullable String region;
        private Fsync fsync = Fsync.GROUP;
        private long longestFile = 64L << 20;
        private Duration oldestFile = Duration.ofDays(1);
        private boolean anyBeginning;

        private Builder(Path directory, Clock clock) {
            this.directory = Require.present(TYPE, "directory", directory);
            this.clock = Require.present(TYPE, "clock", clock);
        }

        /** Sets the region whose data this folder may hold. Default: none declared. */
        public Builder region(String region) {
            Require.code(TYPE, "region", region);
            this.region = region;
            return this;
        }

        /** Sets when the disk has to confirm. Default: {@link Fsync#GROUP}. */
        public Builder fsync(Fsync fsync) {
            this.fsync = Require.present(TYPE, "fsync", fsync);
            return this;
        }

        /**
         * Sets the size in bytes at which the next file is begun, 1 KiB to 1 TiB. Default: 64 MiB. Entries that are
         * appended together stand in one file, so one may be longer.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder longestFile(long bytes) {
            if (bytes < LEAST || bytes > MOST) {
                throw new InvalidValueException(TYPE, "longestFile", bytes + " bytes", "1 KiB to 1 TiB");
            }
            this.longestFile = bytes;
            return this;
        }

        /**
         * Sets the age at which the next file is begun, PT1S to P3650D. Default: P1D. Looked at when an entry comes, so
         * a trail in which nothing happens begins no file; when the clock goes back, the file goes on.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder oldestFile(Duration age) {
            Require.upTo(TYPE, "oldestFile", age, Duration.ofDays(3650));
            if (age.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new InvalidValueException(TYPE, "oldestFile", age.toString(), "PT1S to P3650D");
            }
            this.oldestFile = age;
            return this;
        }

        /** Lets the first entry have any sequence: what stands before is kept elsewhere. */
        Builder anyBeginning() {
            this.anyBeginning = true;
            return this;
        }

        /**
         * Opens the store.
         *
         * @throws StoreException {@code IN_USE} when another has it open, {@code CORRUPT} when the newest file is
         *     damaged in a way no crash explains, {@code UNAVAILABLE} or {@code FULL} when the folder cannot be used
         */
        public JsonLinesStore open() {
            return new JsonLinesStore(
                    directory, new Settings(clock, region, fsync, longestFile, oldestFile, anyBeginning));
        }
    }
}
