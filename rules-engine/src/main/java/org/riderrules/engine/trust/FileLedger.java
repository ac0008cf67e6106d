package org.riderrules.engine.trust;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.pack.DurableFile;
import org.riderrules.engine.pack.PackDigest;

/**
 * A ledger of two lines: the releases as canonical JSON, and the digest of that line. Replaced in one step; a lock file
 * beside it makes processes take turns. Thread-safe.
 */
record FileLedger(Path file) implements ReleaseLedger {
    private static final String FORMAT = "rider-rules ledger 1";
    private static final int LARGEST = 4 << 20;
    /** A file lock holds for the whole JVM and cannot be waited for within it. */
    private static final ReentrantLock THIS_JVM = new ReentrantLock();

    /** What stands in the first line. */
    private record State(String format, SortedMap<String, Release> releases) {}

    static FileLedger create(Path file) {
        FileLedger ledger = new FileLedger(file);
        ledger.locked(() -> {
            if (Files.exists(file)) {
                throw ledger.refused(
                        "trust-ledger-exists",
                        "there is a ledger already, and it is kept",
                        "use it, or name another file");
            }
            DurableFile.write(file, bytes(Collections.emptySortedMap()));
        });
        return ledger;
    }

    @Override
    public String name() {
        return "ledger " + file;
    }

    @Override
    public SortedMap<String, Release> releases() {
        byte[] content;
        try {
            if (!Files.exists(file)) {
                throw refused(
                        "trust-ledger-missing",
                        "there is no ledger, so that it is not known what has been in force",
                        "restore it; on a host that has never loaded packs, make one: rules new-ledger " + file);
            }
            if (Files.size(file) > LARGEST) {
                throw damaged("it has more than " + LARGEST + " bytes");
            }
            content = Files.readAllBytes(file);
        } catch (IOException failure) {
            throw refused(
                    "trust-ledger-unreadable",
                    "the ledger cannot be read: " + failure,
                    "let the account that runs the host read and write it");
        }
        return read(content);
    }

    @Override
    public void update(UnaryOperator<SortedMap<String, Release>> change) {
        locked(() -> {
            SortedMap<String, Release> before = releases();
            SortedMap<String, Release> after = change.apply(before);
            if (!after.equals(before)) {
                DurableFile.write(file, bytes(after));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void locked(Work work) {
        THIS_JVM.lock();
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock was lost");
            }
            work.run();
        } catch (IOException failure) {
            throw refused(
                    "trust-ledger-unwritable",
                    "the ledger cannot be written: " + failure,
                    "let the account that runs the host write it and the folder it is in");
        } finally {
            THIS_JVM.unlock();
        }
    }

    private static byte[] bytes(SortedMap<String, Release> releases) {
        byte[] line = Document.bytes(new State(FORMAT, new TreeMap<>(releases)));
        String digest = PackDigest.ofBytes(line) + "\n";
        return (new String(line, StandardCharsets.UTF_8) + digest).getBytes(StandardCharsets.UTF_8);
    }

    private SortedMap<String, Release> read(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.indexOf('\n') + 1;
        byte[] line = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
        if (end == 0 || !text.substring(end).equals(PackDigest.ofBytes(line) + "\n")) {
            throw damaged("its second line is not the digest of its first");
        }
        try {
            PackFile first = new PackFile(file.toString(), line);
            Document document = Document.parse(first, "format", "releases");
            document.require("format", FORMAT);
            SortedMap<String, Release> releases = document.object("releases").releases();
            Document.requireCanonical(first, new State(FORMAT, releases));
            return Collections.unmodifiableSortedMap(releases);
        } catch (RefusedException refused) {
            throw damaged(refused.problem().what());
        }
    }

    private PackProblemsException damaged(String what) {
        return refused(
                "trust-ledger-damaged",
                "the ledger is torn or was changed: " + what,
                "restore it from a backup; it is never repaired by itself, because that could forget a release");
    }

    private PackProblemsException refused(String code, String what, String mend) {
        return new PackProblemsException(name(), List.of(PackProblem.inFile(code, file.toString(), what, mend)));
    }
}
