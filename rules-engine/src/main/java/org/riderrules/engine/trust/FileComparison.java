package org.riderrules.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.error.PackProblem;

/**
 * Compares files with a list of digests.
 *
 * @param list how the list is called in messages
 * @param prefix what stands before each path in messages
 * @param mend how to put a difference right
 */
record FileComparison(String list, String prefix, String mend) {

    /** Every difference; each file is told of once. */
    List<PackProblem> problems(SortedMap<String, String> listed, SortedMap<String, String> found) {
        List<PackProblem> problems = new ArrayList<>();
        SortedMap<String, String> missing = new TreeMap<>(listed);
        missing.keySet().removeAll(found.keySet());
        found.forEach((path, digest) -> {
            String expected = listed.get(path);
            if (expected == null) {
                problems.add(added(path, digest, missing));
            } else if (!expected.equals(digest)) {
                problems.add(problem(
                        "trust-file-changed",
                        path,
                        "the file was changed: it has " + digest + ", and " + list + " says " + expected));
            }
        });
        missing.forEach((path, digest) -> problems.add(
                problem("trust-file-missing", path, "the file is missing; " + list + " has it with " + digest)));
        return problems;
    }

    /** A file that is not in the list; when it stands for a missing one, that one is accounted for. */
    private PackProblem added(String path, String digest, SortedMap<String, String> missing) {
        Optional<String> sameName = missing.keySet().stream()
                .filter(name -> name.equalsIgnoreCase(path))
                .findFirst();
        if (sameName.isPresent()) {
            missing.remove(sameName.get());
            return problem(
                    "trust-file-case",
                    path,
                    "upper and lower case of the name were changed: " + list + " has " + prefix + sameName.get());
        }
        Optional<String> sameContent = missing.entrySet().stream()
                .filter(entry -> entry.getValue().equals(digest))
                .map(Entry::getKey)
                .findFirst();
        if (sameContent.isPresent()) {
            missing.remove(sameContent.get());
            return problem(
                    "trust-file-renamed",
                    path,
                    "the file was renamed or moved: " + list + " has its content as " + prefix + sameContent.get());
        }
        return problem("trust-file-extra", path, "the file was added: " + list + " does not have it");
    }

    private PackProblem problem(String code, String path, String what) {
        return PackProblem.inFile(code, prefix + path, what, mend);
    }
}
