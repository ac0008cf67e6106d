package org.riderrules.engine.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;

/** Takes the files of a source in, one by one and within limits, and hands them out sorted. For one thread. */
final class Intake {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_PATH = 400;

    private record Taken(PackFile file, byte[] content, String origin) {}

    private final String source;
    private final SourceLimits limits;
    private final SortedMap<String, Taken> taken = new TreeMap<>(PackDigest.BY_CODE_POINT);
    private final List<PackProblem> problems = new ArrayList<>();
    private long bytes;
    private int seen;
    private boolean full;

    Intake(String source, SourceLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Whether a path is noise of an operating system or a tool: any of its names starts with a dot. */
    static boolean isNoise(String path) {
        return path.startsWith(".") && !path.startsWith("..") || path.contains("/.") && !path.contains("/..");
    }

    /** Whether a limit was passed, so that nothing more is worth reading. */
    boolean full() {
        return full;
    }

    /** Reports a problem; nothing of this source will be handed out. */
    void problem(String code, String file, String what, String mend) {
        problems.add(PackProblem.inFile(code, file, what, mend));
    }

    /**
     * Reads one file to its end or to its limit; noise is left out.
     *
     * @param path relative to the source's root, with {@code /}
     * @param origin where it was found, for messages
     */
    void take(String path, String origin, InputStream stream) throws IOException {
        if (full || isNoise(path) || !hasPlainPath(path)) {
            return;
        }
        if (++seen > limits.files()) {
            full = true;
            problem(
                    "source-too-many-files",
                    source,
                    "there are more than " + limits.files() + " files",
                    "name the folder that holds only packs, or split it");
            return;
        }
        byte[] content = stream.readNBytes(limits.fileBytes() + 1);
        if (content.length > limits.fileBytes()) {
            problem(
                    "file-too-large",
                    path,
                    "the file has more than " + limits.fileBytes() + " bytes",
                    "split it; a table of that size belongs into the host's data, not into a policy");
            return;
        }
        bytes += content.length;
        if (bytes > limits.sourceBytes()) {
            full = true;
            problem(
                    "source-too-large",
                    source,
                    "the files have more than " + limits.sourceBytes() + " bytes together",
                    "name the folder that holds only packs, or split it");
            return;
        }
        Taken earlier = taken.putIfAbsent(path, new Taken(new PackFile(path, content), content, origin));
        if (earlier != null && !Arrays.equals(earlier.content(), content)) {
            problem(
                    "file-conflict",
                    path,
                    "the file is in " + earlier.origin() + " and in " + origin + " with different content",
                    "keep one of the two; a released version never changes, so a change belongs into a new version");
        }
    }

    /**
     * All files taken in, sorted by path.
     *
     * @throws PackProblemsException with every problem, or with {@code source-empty} when there was no file
     */
    List<PackFile> finish() {
        if (problems.isEmpty() && taken.isEmpty()) {
            problem(
                    "source-empty",
                    source,
                    "there is no file in it",
                    "put packs below it, as <topic>/v<N>/pack.json, or name the folder above the topics");
        }
        if (!problems.isEmpty()) {
            throw new PackProblemsException(source, problems);
        }
        return taken.values().stream().map(Taken::file).toList();
    }

    private boolean hasPlainPath(String path) {
        boolean plain = path.length() <= LONGEST_PATH
                && !path.contains("\\")
                && !CONTROL.matcher(path).find()
                && Arrays.stream(path.split("/", -1)).allMatch(name -> !name.isBlank() && !name.equals(".."));
        if (!plain) {
            problem(
                    "file-path",
                    CONTROL.matcher(path).replaceAll("?"),
                    "the path is not a plain one below the source's root",
                    "use names separated by /, without .., \\ or control characters, of at most " + LONGEST_PATH
                            + " characters");
        }
        return plain;
    }
}
