package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;

/**
 * That one process, and in it one store, writes. The lock is the system's: it ends with the process, however that ends,
 * and its file stays, empty of meaning. Thread-safe.
 */
public final class WriterLock implements AutoCloseable {
    /**
     * What this JVM holds. Asked first: on POSIX systems the lock of a file is gone as soon as the process closes any
     * descriptor of it, also one that it opened only to find the file locked.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int LONGEST_NOTE = 200;

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param file the file to lock; made when it is not there, and never deleted
     * @param store the store, as it names itself in messages
     * @throws StoreException {@code IN_USE} when another store has it, {@code UNAVAILABLE} when the file cannot be
     *     opened
     */
    public static WriterLock of(Path file, String store) {
        Failures failures = new Failures(store, Disk.directoryOf(file));
        try {
            Path real = Disk.directoryOf(file).toRealPath().resolve(String.valueOf(file.getFileName()));
            if (!HELD.add(real)) {
                throw inUse(store, file, "another store of this process");
            }
            boolean locked = false;
            try {
                WriterLock lock = lock(real, store);
                locked = true;
                return lock;
            } finally {
                if (!locked) {
                    HELD.remove(real);
                }
            }
        } catch (IOException e) {
            throw failures.of("cannot lock " + file, e);
        }
    }

    private static WriterLock lock(Path file, String store) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Disk.ownerOnly(file, "rw-------"));
        boolean keep = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(store, file, holder(channel));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(
                    "process " + ProcessHandle.current().pid()));
            keep = true;
            return new WriterLock(file, channel);
        } catch (OverlappingFileLockException e) {
            // Held through another class loader: closing this channel would take the lock away from it.
            keep = true;
            throw inUse(store, file, "another copy of this library in this process");
        } finally {
            if (!keep) {
                channel.close();
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(LONGEST_NOTE);
        channel.read(note, 0);
        String text = StandardCharsets.UTF_8.decode(note.flip()).toString();
        return text.startsWith("process ") ? text : "another process";
    }

    private static StoreException inUse(String store, Path file, @Nullable String holder) {
        return new StoreException(
                Problem.IN_USE,
                store,
                file + " is locked by " + holder,
                "end that one first, or give each its own folder or database: a trail has one writer",
                null);
    }

    /** Gives the lock back. Repeated calls do nothing. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(file);
        }
    }
}
