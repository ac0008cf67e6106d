package org.riderrules.engine.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/**
 * The files of a source as they were read at one moment, not looked into yet. What is checked and what is parsed later
 * are the same bytes, whatever happens to the source meanwhile. Immutable, thread-safe.
 *
 * @param source how the source names itself
 * @param files every file, sorted by path
 */
public record SourceFiles(String source, List<PackFile> files) {
    private static final Pattern IN_VERSION = Pattern.compile("([a-z][a-z0-9-]{0,39}/v[1-9]\\d{0,8})/(.+)");
    private static final Set<String> DOCUMENTS = Set.of("README.md", "CHANGELOG.md");

    /** Copies the list. */
    public SourceFiles {
        files = List.copyOf(files);
    }

    /**
     * Reads a source.
     *
     * @throws PackProblemsException when it cannot be read, is empty, or hands out a path that is not a plain one
     */
    public static SourceFiles of(PackSource source) {
        try {
            // Taken in once more, because a source of a host's own knows nothing of limits and plain paths.
            Intake intake = new Intake(source.name(), SourceLimits.UNLIMITED);
            for (PackFile file : source.files()) {
                intake.take(file.path(), source.name(), new ByteArrayInputStream(file.content()));
            }
            return new SourceFiles(source.name(), intake.finish());
        } catch (IOException | UncheckedIOException failure) {
            throw new PackProblemsException(
                    source.name(),
                    List.of(PackProblem.inFile(
                            "source-unreadable",
                            source.name(),
                            "it cannot be read: " + failure,
                            "let the account that runs the host read it")));
        }
    }

    /** The files of each version by its folder, for instance {@code tiering/v2}. */
    public SortedMap<String, List<PackFile>> versions() {
        SortedMap<String, List<PackFile>> versions = new TreeMap<>();
        for (PackFile file : files) {
            Matcher place = IN_VERSION.matcher(file.path());
            if (place.matches()) {
                versions.computeIfAbsent(place.group(1), first -> new ArrayList<>())
                        .add(file);
            }
        }
        versions.replaceAll((folder, content) -> List.copyOf(content));
        return Collections.unmodifiableSortedMap(versions);
    }

    /** The files in no version, but for {@code README.md} and {@code CHANGELOG.md} above the versions. */
    public List<PackFile> outside() {
        return files.stream()
                .filter(file -> !IN_VERSION.matcher(file.path()).matches())
                .filter(file -> !isDocument(file.path().split("/", -1)))
                .toList();
    }

    private static boolean isDocument(String[] names) {
        return names.length <= 2 && DOCUMENTS.contains(names[names.length - 1]);
    }
}
