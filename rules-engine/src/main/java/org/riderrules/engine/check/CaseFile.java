package org.riderrules.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;

/**
 * Reads the cases of one file: YAML 1.2, a list of maps. The form is that of the pack format: {@code name}, {@code
 * asOf}, {@code market} and {@code expect} must stand there; {@code capacity}, {@code scenario}, {@code also}, {@code
 * knownAt} and {@code given} may. Numbers are read exactly, never through binary floating point. A {@code
 * PerformanceWindow} without a period is about the calendar month before {@code asOf}. Thread-safe; holds no state.
 *
 * <p>Under {@code expect}:
 * <ul>
 *   <li>a type of outcome with a map: exactly one outcome of this type, whose components named in the map are equal;
 *       with a list of maps: exactly these, in any order; with an empty list: none;
 *   <li>{@code no: [Type]}: none of these; {@code only: true}: no type that is not named. Without it, outcomes of
 *       other types are allowed;
 *   <li>{@code because}, {@code not}: ids of rules that do, or do not, stand in the explanation;
 *   <li>{@code version: 1}: which version must have decided; without it the version in whose folder the case stands;
 *   <li>{@code NoPackInForce: {}}: no version is in force; then nothing else.
 * </ul>
 */
public final class CaseFile {
    private CaseFile() {}

    /**
     * The cases of one file in their order. A case that has a problem is left out.
     *
     * @param path the path within the pack source, for instance {@code tiering/v2/cases/hong-kong.yaml}
     * @param text the text of the file
     * @param problems takes every problem found, each with its place: codes {@code case-yaml}, {@code case-empty},
     *     {@code case-form}, {@code case-missing-key}, {@code case-unknown-key}, {@code case-unknown-type}, {@code
     *     case-unknown-field}, {@code case-value}, {@code case-duplicate-name}, {@code case-expects-nothing}, {@code
     *     case-contradiction}
     * @throws MissingYamlReaderException when {@code tools.jackson.dataformat:jackson-dataformat-yaml} is not on the
     *     class path
     */
    public static List<Case> read(String path, String text, List<PackProblem> problems) {
        Yaml document;
        try {
            document = parse(path, text);
        } catch (YamlReader.Unreadable e) {
            problems.add(e.problem());
            return List.of();
        }
        if (document == null) {
            problems.add(PackProblem.inFile("case-empty", path, "this file holds no case", "add one, or remove it"));
            return List.of();
        }
        if (!(document instanceof Yaml.Items items)) {
            problems.add(PackProblem.at(
                    "case-form",
                    path,
                    document.line(),
                    document.column(),
                    document.described() + " where a list of cases belongs",
                    "begin each case with \"- name: ...\""));
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Yaml item : items.values()) {
            Case read = new CaseReader(path, problems).read(item, names);
            if (read != null) {
                cases.add(read);
            }
        }
        return List.copyOf(cases);
    }

    private static @Nullable Yaml parse(String path, String text) throws YamlReader.Unreadable {
        try {
            return YamlReader.read(path, text);
        } catch (NoClassDefFoundError e) {
            throw new MissingYamlReaderException(path, e);
        }
    }
}
