package org.riderrules.engine.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private PackReader() {}

    /** Reads a source; whatever its authors did wrong is among the problems, and nothing is thrown for it. */
    public static PackReading read(PackSource source) {
        try {
            return read(SourceFiles.of(source));
        } catch (PackProblemsException wrong) {
            return new PackReading(source.name(), List.of(), wrong.problems());
        }
    }

    /** Reads files that were taken from a source already. */
    public static PackReading read(SourceFiles source) {
        List<PackProblem> problems = new ArrayList<>();
        List<Pack> packs = new ArrayList<>();
        Set<String> astray = new TreeSet<>();
        source.outside().forEach(file -> astray(file, astray, problems));
        source.versions().forEach((folder, files) -> {
            Pack pack = VersionReader.read(folder, files, problems::add);
            if (pack != null) {
                packs.add(pack);
            }
        });
        packs.sort(Comparator.comparing(Pack::id).thenComparingInt(Pack::version));
        return new PackReading(source.source(), packs, problems);
    }

    private static void astray(PackFile file, Set<String> astray, List<PackProblem> problems) {
        String[] names = file.path().split("/", -1);
        String shown = names.length <= 2 ? file.path() : names[0] + "/" + names[1] + "/";
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
