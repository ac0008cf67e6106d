package org.riderrules.engine.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/** All cases of all packs of a source, and which rules they speak about. Immutable, thread-safe. */
public final class PackCases {
    private static final Pattern RULES = Pattern.compile("([a-z][a-z0-9-]*)/v(\\d{1,6})/rules/[^/]+\\.drl");
    /** Comments and strings first, so that what stands in them is nobody's id; then the annotation. */
    private static final Pattern ID =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|@id\\s*\\(\\s*\"([^\"\\n]+)\"\\s*\\)|\"[^\"\\n]*\"", Pattern.DOTALL);

    private final List<PackCase> cases;
    private final SortedMap<String, SortedMap<Integer, SortedSet<String>>> rules;

    private PackCases(List<PackCase> cases, SortedMap<String, SortedMap<Integer, SortedSet<String>>> rules) {
        this.cases = List.copyOf(cases);
        this.rules = rules;
    }

    /**
     * Reads the cases of a source.
     *
     * @throws IOException when the source cannot be read
     * @throws PackProblemsException when some case cannot be read or names a rule that its pack does not have ({@code
     *     case-unknown-rule}), with every such problem
     * @throws MissingYamlReaderException when {@code tools.jackson.dataformat:jackson-dataformat-yaml} is not on the
     *     class path
     */
    public static PackCases of(PackSource source) throws IOException {
        List<PackProblem> problems = new ArrayList<>();
        PackCases read = read(source, problems);
        if (!problems.isEmpty()) {
            throw new PackProblemsException(source.name(), problems);
        }
        return read;
    }

    /**
     * Reads the cases of a source; those with a problem are left out.
     *
     * @param problems takes every problem found
     * @throws IOException when the source cannot be read
     * @throws MissingYamlReaderException when {@code tools.jackson.dataformat:jackson-dataformat-yaml} is not on the
     *     class path
     */
    public static PackCases read(PackSource source, List<PackProblem> problems) throws IOException {
        return read(source.files(), problems);
    }

    /**
     * Reads the cases among files that were read already; those with a problem are left out.
     *
     * @param given rules and cases of all packs, in any order; others are left alone
     * @param problems takes every problem found
     * @throws MissingYamlReaderException when {@code tools.jackson.dataformat:jackson-dataformat-yaml} is not on the
     *     class path
     */
    public static PackCases read(Collection<PackFile> given, List<PackProblem> problems) {
        List<PackFile> files =
                given.stream().sorted(Comparator.comparing(PackFile::path)).toList();
        SortedMap<String, SortedMap<Integer, SortedSet<String>>> rules = new TreeMap<>();
        List<PackCase> cases = new ArrayList<>();
        for (PackFile file : files) {
            Matcher folders = RULES.matcher(file.path());
            if (folders.matches()) {
                rules.computeIfAbsent(folders.group(1), topic -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(folders.group(2)), version -> new TreeSet<>())
                        .addAll(ids(file.text()));
            }
        }
        for (PackFile file : files) {
            Matcher folders = CaseReader.PATH.matcher(file.path());
            if (folders.matches()) {
                Topic topic = new Topic(folders.group(1));
                int version = Integer.parseInt(folders.group(2));
                for (Case each : CaseFile.read(file.path(), file.text(), problems)) {
                    cases.add(new PackCase(topic, version, each));
                }
            }
        }
        PackCases read = new PackCases(cases, rules);
        read.checkRules(problems);
        return read;
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    private void checkRules(List<PackProblem> problems) {
        for (PackCase each : cases) {
            Case example = each.example();
            int version = example.expected().version();
            SortedSet<String> known = rules(each.topic(), version == 0 ? each.version() : version);
            List<String> named = new ArrayList<>(example.expected().because());
            named.addAll(example.expected().not());
            for (String id : named) {
                if (!known.contains(id)) {
                    problems.add(PackProblem.at(
                            "case-unknown-rule",
                            example.file(),
                            example.line(),
                            0,
                            each.topic() + " v" + version + " has no rule with the id " + id,
                            Names.mend(id, known, "its rules")));
                }
            }
        }
    }

    /** All cases, by file and line. */
    public List<PackCase> cases() {
        return cases;
    }

    /** The ids of the rules of a pack version, sorted; none when there is no such version. */
    public SortedSet<String> rules(Topic topic, int version) {
        SortedMap<Integer, SortedSet<String>> versions = rules.get(topic.name());
        SortedSet<String> ids = versions == null ? null : versions.get(version);
        return ids == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(ids);
    }

    /** How far the cases speak about the rules, for each pack version, by topic and version. */
    public List<Coverage> coverage() {
        List<Coverage> coverage = new ArrayList<>();
        rules.forEach((topic, versions) ->
                versions.keySet().forEach(version -> coverage.add(coverage(new Topic(topic), version))));
        return List.copyOf(coverage);
    }

    private Coverage coverage(Topic topic, int version) {
        SortedSet<String> neverBecause = new TreeSet<>(rules(topic, version));
        SortedSet<String> neverNot = new TreeSet<>(neverBecause);
        int count = 0;
        for (PackCase each : cases) {
            if (each.topic().equals(topic) && each.version() == version) {
                count++;
            }
            if (each.topic().equals(topic) && each.example().expected().version() == version) {
                neverBecause.removeAll(each.example().expected().because());
                neverNot.removeAll(each.example().expected().not());
            }
        }
        return new Coverage(topic, version, count, neverBecause, neverNot);
    }

    /**
     * A case and the pack in whose folder it stands.
     *
     * @param topic the pack's topic
     * @param version the pack's version
     * @param example the case
     */
    public record PackCase(Topic topic, int version, Case example) {
        /** {@code tiering v2 | the sentence}. */
        @Override
        public String toString() {
            return topic + " v" + version + " | " + example.name();
        }
    }

    /**
     * How far the cases speak about the rules of one pack version.
     *
     * @param topic the pack's topic
     * @param version the pack's version
     * @param cases how many cases stand in its folder
     * @param neverBecause ids of rules that stand in no {@code because}: no case shows that they fire
     * @param neverNot ids of rules that stand in no {@code not}: no case shows that they can stay away
     */
    public record Coverage(
            Topic topic, int version, int cases, SortedSet<String> neverBecause, SortedSet<String> neverNot) {
        /** Copies the sets. */
        public Coverage {
            neverBecause = Collections.unmodifiableSortedSet(new TreeSet<>(neverBecause));
            neverNot = Collections.unmodifiableSortedSet(new TreeSet<>(neverNot));
        }
    }
}
