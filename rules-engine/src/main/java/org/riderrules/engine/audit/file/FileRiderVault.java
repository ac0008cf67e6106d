package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;

/**
 * Keeps riders' secrets in one file, a line for each rider, readable by its owner only; put it on another disk, with
 * other backups, than the trail. All secrets are in memory: about 0.5 KB for each rider. New riders who come at the same
 * time share one fsync.
 *
 * <p>Erasing overwrites the line in place with spaces and asks the disk to confirm. What that cannot reach: backups;
 * copies that a file system makes by itself (btrfs, ZFS, snapshots); blocks that a flash disk has put out of use. Where
 * that matters, keep the file on an encrypted volume.
 *
 * <p>One process at a time, guarded by a lock file beside it. Thread-safe.
 */
public final class FileRiderVault implements RiderVault {
    private static final String TYPE = "RiderVault";

    private final String name;
    private final Failures failures;
    private final SecureRandom random;
    private final WriterLock writing;
    private final RandomAccessFile file;
    private final Map<String, Kept> byRider = new ConcurrentHashMap<>();
    private final Map<String, Kept> byReference = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Batch collecting = new Batch();
    private @Nullable Batch inFlight;
    private long end;
    private volatile boolean closed;

    private record Kept(RiderSecret secret, long at, int length) {}

    /** New riders whose lines are written together. */
    private static final class Batch {
        private final Map<String, RiderSecret> made = new LinkedHashMap<>();
        private boolean done;
        private @Nullable StoreException failure;
    }

    private FileRiderVault(Path path, SecureRandom random) {
        this.name = "rider vault " + path;
        this.failures = new Failures(name, Disk.directoryOf(path));
        this.random = random;
        try {
            Disk.makeDirectory(Disk.directoryOf(path));
        } catch (IOException e) {
            throw failures.of("cannot make the folder of " + path, e);
        }
        this.writing = WriterLock.of(path.resolveSibling(path.getFileName() + ".lock"), name);
        RandomAccessFile opened = null;
        try {
            if (!Files.exists(path)) {
                Disk.makeFile(path);
            }
            opened = new RandomAccessFile(path.toFile(), "rw");
            read(path, opened);
        } catch (IOException | StoreException e) {
            StoreException failure = e instanceof StoreException told ? told : failures.of("cannot open " + path, e);
            release(opened, failure);
            throw failure;
        }
        this.file = opened;
    }

    private void release(@Nullable RandomAccessFile opened, StoreException failure) {
        try (writing;
                opened) {
            closed = true;
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Opens a vault.
     *
     * @param file the file, made when it is not there
     * @param random makes the secrets
     * @throws StoreException {@code IN_USE} when another has it open, {@code CORRUPT} naming the line that is damaged,
     *     {@code UNAVAILABLE} when it cannot be used
     */
    public static FileRiderVault open(Path file, SecureRandom random) {
        return new FileRiderVault(Require.present(TYPE, "file", file), Require.present(TYPE, "random", random));
    }

    private void read(Path path, RandomAccessFile opened) throws IOException {
        try (Lines lines = Lines.of(path, Files.size(path))) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (!lines.terminated()) {
                    // No secret was handed out before its line was whole and on the disk.
                    opened.setLength(lines.start());
                    opened.getFD().sync();
                    break;
                }
                end = lines.end();
                keep(path, opened, lines, line);
            }
        }
    }

    private void keep(Path path, RandomAccessFile opened, Lines lines, byte[] line) throws IOException {
        VaultLine content = VaultLine.of(new String(line, StandardCharsets.UTF_8));
        if (content != null) {
            publish(content.rider(), new Kept(content.secret(), lines.start(), line.length));
        } else if (new String(line, StandardCharsets.ISO_8859_1).indexOf(VaultLine.ERASED) >= 0) {
            // An erasure that a crash cut in half.
            overwrite(opened, lines.start(), line.length);
        } else {
            throw failures.corrupt(
                    path + ", line " + lines.number() + ": it is damaged, and with it the secret of one rider",
                    "restore this line from a backup; nothing was changed");
        }
    }

    private void publish(String rider, Kept kept) {
        byRider.put(rider, kept);
        byReference.put(kept.secret().reference(), kept);
    }

    @Override
    public RiderSecret secretOf(String riderId) {
        Require.code(TYPE, "riderId", riderId);
        RiderSecret known = find(riderId);
        return known != null ? known : made(riderId);
    }

    private RiderSecret made(String riderId) {
        lock.lock();
        try {
            Kept known = byRider.get(riderId);
            if (known != null) {
                return known.secret();
            }
            Batch written = inFlight;
            Batch mine = written != null && written.made.containsKey(riderId) ? written : collecting;
            RiderSecret secret = mine.made.computeIfAbsent(riderId, id -> RiderSecret.fresh(random));
            while (!mine.done) {
                if (inFlight != null) {
                    changed.awaitUninterruptibly();
                } else {
                    write();
                }
            }
            if (mine.failure != null) {
                throw mine.failure;
            }
            return secret;
        } finally {
            lock.unlock();
        }
    }

    /** Writes whatever has come so far; whoever comes meanwhile is in the next batch. */
    private void write() {
        Batch batch = collecting;
        collecting = new Batch();
        inFlight = batch;
        lock.unlock();
        Map<String, Kept> kept = new LinkedHashMap<>();
        try {
            append(batch, kept);
        } catch (StoreException e) {
            batch.failure = e;
        } finally {
            lock.lock();
            if (batch.failure == null) {
                kept.forEach(this::publish);
            }
            batch.done = true;
            inFlight = null;
            changed.signalAll();
        }
    }

    private void append(Batch batch, Map<String, Kept> kept) {
        requireOpen();
        StringBuilder text = new StringBuilder();
        long at = end;
        for (Map.Entry<String, RiderSecret> each : batch.made.entrySet()) {
            String line = VaultLine.text(each.getKey(), each.getValue());
            int length = line.getBytes(StandardCharsets.UTF_8).length;
            kept.put(each.getKey(), new Kept(each.getValue(), at, length));
            at += length + 1;
            text.append(line).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            file.setLength(end);
            file.seek(end);
            file.write(bytes);
            file.getFD().sync();
            end = at;
        } catch (IOException e) {
            throw failures.of("cannot write " + kept.size() + " new riders", bytes.length, e);
        }
    }

    @Override
    public @Nullable RiderSecret find(String riderId) {
        requireOpen();
        Kept kept = byRider.get(riderId);
        return kept == null ? null : kept.secret();
    }

    @Override
    public @Nullable RiderSecret findByReference(String reference) {
        requireOpen();
        Kept kept = byReference.get(reference);
        return kept == null ? null : kept.secret();
    }

    @Override
    public @Nullable String erase(String riderId) {
        lock.lock();
        try {
            requireOpen();
            while (inFlight != null) {
                changed.awaitUninterruptibly();
            }
            Kept kept = byRider.get(riderId);
            if (kept == null) {
                return null;
            }
            overwrite(file, kept.at(), kept.length());
            byRider.remove(riderId);
            byReference.remove(kept.secret().reference());
            return kept.secret().reference();
        } catch (IOException e) {
            throw failures.of("cannot erase a rider", e);
        } finally {
            lock.unlock();
        }
    }

    private static void overwrite(RandomAccessFile file, long at, int length) throws IOException {
        byte[] blank = new byte[length];
        Arrays.fill(blank, (byte) VaultLine.ERASED);
        file.seek(at);
        file.write(blank);
        file.getFD().sync();
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(
                    Problem.CLOSED, name, "it was closed", "open the vault again; one that is closed stays so", null);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            while (inFlight != null) {
                changed.awaitUninterruptibly();
            }
            closed = true;
            try {
                file.close();
            } finally {
                writing.close();
            }
        } catch (IOException e) {
            throw failures.of("cannot close it", e);
        } finally {
            lock.unlock();
        }
    }
}
