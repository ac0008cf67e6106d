package org.riderrules.engine.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/**
 * Reads every version of every pack of a source. Thread-safe; holds no state.
 *
 * <p>The source holds {@code <topic>/v<N>/} folders. {@code README.md} and {@code CHANGELOG.md} may stand anywhere above
 * them and are left alone; whatever else is not part of a version is a problem, {@code file-unexpected}.
 */
public final class PackReader {
    private static final Pattern IN_VERSION = Pattern.compile("([a-z][a-z0-9-]{0,39})/(v[1-9]\\d{0,8})/(.+)");
    private static final Set<String> DOCUMENTS = Set.of("README.md", "CHANGELOG.md");

    private PackReader() {}

    /** Reads a source; whatever its authors did wrong is among the problems, and nothing is thrown for it. */
    public static PackReading read(PackSource source) {
        List<PackProblem> problems = new ArrayList<>();
        List<Pack> packs = new ArrayList<>();
        versions(files(source, problems), problems).forEach((folder, files) -> {
            Pack pack = VersionReader.read(folder, files, problems::add);
            if (pack != null) {
                packs.add(pack);
            }
        });
        packs.sort(Comparator.comparing(Pack::id).thenComparingInt(Pack::version));
        return new PackReading(source.name(), packs, problems);
    }

    private static List<PackFile> files(PackSource source, List<PackProblem> problems) {
        try {
            // Taken in once more, because a source of a host's own knows nothing of limits and plain paths.
            Intake intake = new Intake(source.name(), SourceLimits.UNLIMITED);
            for (PackFile file : source.files()) {
                intake.take(file.path(), source.name(), new ByteArrayInputStream(file.content()));
            }
            return intake.finish();
        } catch (PackProblemsException wrong) {
            problems.addAll(wrong.problems());
        } catch (IOException | UncheckedIOException failure) {
            problems.add(PackProblem.inFile(
                    "source-unreadable",
                    source.name(),
                    "it cannot be read: " + failure,
                    "let the account that runs the host read it"));
        }
        return List.of();
    }

    private static Map<String, List<PackFile>> versions(List<PackFile> files, List<PackProblem> problems) {
        Map<String, List<PackFile>> versions = new TreeMap<>();
        Set<String> astray = new TreeSet<>();
        for (PackFile file : files) {
            Matcher place = IN_VERSION.matcher(file.path());
            if (place.matches()) {
                String folder = place.group(1) + "/" + place.group(2);
                versions.computeIfAbsent(folder, first -> new ArrayList<>()).add(file);
            } else {
                astray(file.path(), astray, problems);
            }
        }
        return versions;
    }

    private static void astray(String path, Set<String> astray, List<PackProblem> problems) {
        String[] names = path.split("/", -1);
        if (names.length <= 2 && DOCUMENTS.contains(names[names.length - 1])) {
            return;
        }
        String shown = names.length <= 2 ? path : names[0] + "/" + names[1] + "/";
        // Once for a folder, not once for each file in it.
        if (astray.add(shown)) {
            problems.add(PackProblem.inFile(
                    "file-unexpected",
                    shown,
                    names.length <= 2
                            ? "the file is not part of a version of a pack"
                            : "the folder is no version of a pack",
                    "put packs into <topic>/v<N>/, such as tiering/v1/, and keep other things elsewhere"));
        }
    }
}
