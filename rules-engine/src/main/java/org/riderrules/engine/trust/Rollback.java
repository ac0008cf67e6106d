package org.riderrules.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;

/**
 * Refuses to go back behind what was in force.
 *
 * @param source the pack source, for messages
 * @param ledger the ledger, for messages
 * @param loaded the release of every version of the source, by folder
 */
record Rollback(String source, String ledger, SortedMap<String, Release> loaded) {

    /**
     * What the ledger has to remember once the loaded releases are in force.
     *
     * @throws PackProblemsException when one of them is older than what was in force
     */
    SortedMap<String, Release> raised(SortedMap<String, Release> known) {
        List<PackProblem> problems = new ArrayList<>();
        loaded.forEach((folder, release) -> {
            Release before = known.get(folder);
            if (before != null && release.number() < before.number()) {
                problems.add(PackProblem.inFile(
                        "trust-older-release",
                        folder,
                        "this is release " + release.number() + ", and release " + before.number()
                                + " has been in force (" + ledger + ")",
                        "load the newest release; to return to an older content, sign it as a new release: rules sign"
                                + " FOLDER --key FILE --role author --release " + (before.number() + 1)));
            } else if (before != null
                    && release.number() == before.number()
                    && !release.manifest().equals(before.manifest())) {
                problems.add(PackProblem.inFile(
                        "trust-release-reused",
                        folder,
                        "this is release " + release.number() + " with " + release.manifest()
                                + ", and another content has been in force as that release, " + before.manifest()
                                + " (" + ledger + ")",
                        "sign each change as a release of its own: rules sign FOLDER --key FILE --role author --release "
                                + (before.number() + 1)));
            }
        });
        newest(known).forEach((pack, version) -> {
            Integer here = newest(loaded).get(pack);
            if (here != null && here < version) {
                problems.add(PackProblem.inFile(
                        "trust-older-version",
                        pack,
                        "the newest version here is v" + here + ", and v" + version + " has been in force (" + ledger
                                + ")",
                        "load v" + version + " too; to return to an older policy, sign it as v" + (version + 1)));
            }
        });
        if (!problems.isEmpty()) {
            throw new PackProblemsException(source, problems);
        }
        SortedMap<String, Release> raised = new TreeMap<>(known);
        raised.putAll(loaded);
        return raised;
    }

    private static SortedMap<String, Integer> newest(SortedMap<String, Release> releases) {
        SortedMap<String, Integer> newest = new TreeMap<>();
        releases.keySet().forEach(folder -> {
            int slash = folder.indexOf("/v");
            newest.merge(folder.substring(0, slash), Integer.parseInt(folder.substring(slash + 2)), Math::max);
        });
        return newest;
    }
}
