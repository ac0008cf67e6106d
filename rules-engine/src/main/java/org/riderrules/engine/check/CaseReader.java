package org.riderrules.engine.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;

/** Reads one case. Not thread-safe; one for each case. */
final class CaseReader {
    static final Pattern PATH = Pattern.compile("(?:.*/)?([a-z][a-z0-9-]*)/v(\\d{1,6})/cases/[^/]+");
    private static final List<String> KEYS =
            List.of("name", "asOf", "market", "capacity", "scenario", "also", "knownAt", "given", "expect");
    private static final Topic ANY_TOPIC = new Topic("topic");

    private final String path;
    private final List<PackProblem> problems;
    private final int problemsBefore;

    CaseReader(String path, List<PackProblem> problems) {
        this.path = path;
        this.problems = problems;
        this.problemsBefore = problems.size();
    }

    /**
     * Reads a case; null when it has a problem.
     *
     * @param names the lines of the names read before, to which this one is added
     */
    @Nullable
    Case read(Yaml yaml, Map<String, Integer> names) {
        if (!(yaml instanceof Yaml.Entries entries)) {
            problem("case-form", yaml, yaml.described() + " where a case belongs", "begin it with \"- name: ...\"");
            return null;
        }
        Map<String, Yaml.Entry> keys = entries.values();
        knownKeys(keys.values(), KEYS, "keys of a case");
        String name = value(entries, "name", String.class, true);
        LocalDate asOf = value(entries, "asOf", LocalDate.class, true);
        String market = value(entries, "market", String.class, true);
        Capacity capacity = value(entries, "capacity", Capacity.class, false);
        String scenario = value(entries, "scenario", String.class, false);
        Instant knownAt = value(entries, "knownAt", Instant.class, false);
        List<Topic> also = topics(keys.get("also"));
        List<Fact> given = new FactsReader(this, asOf).read(keys.get("given"));
        Expectation expected =
                new ExpectationReader(this, folder(1), folderVersion()).read(entries, keys.get("expect"));
        if (name != null) {
            checkName(name, keys, names);
        }
        if (name == null || asOf == null || market == null || expected == null || problems.size() > problemsBefore) {
            return null;
        }
        Case read = new Case(
                name,
                asOf,
                market,
                capacity == null ? Capacity.CROWDSOURCED : capacity,
                scenario,
                also,
                knownAt,
                given,
                expected,
                path,
                yaml.line());
        return isWhole(read, yaml) ? read : null;
    }

    private int folderVersion() {
        String version = folder(2);
        return version.isEmpty() ? 0 : Integer.parseInt(version);
    }

    private String folder(int group) {
        Matcher folders = PATH.matcher(path);
        return folders.matches() ? folders.group(group) : "";
    }

    private void checkName(String name, Map<String, Yaml.Entry> keys, Map<String, Integer> names) {
        Yaml.Entry entry = keys.get("name");
        if (entry == null) {
            return;
        }
        if (name.isBlank()) {
            problem("case-value", entry.value(), "a case without a name", "name it with a sentence");
            return;
        }
        Integer earlier = names.putIfAbsent(name, entry.line());
        if (earlier != null) {
            problem(
                    "case-duplicate-name",
                    entry.value(),
                    "line " + earlier + " has a case of this name too",
                    "say in the name what is different here");
        }
    }

    /** Whether the parts go together: a market that can be one, no two different facts about the same thing. */
    private boolean isWhole(Case read, Yaml place) {
        try {
            read.request(ANY_TOPIC);
            return true;
        } catch (RiderRulesException e) {
            problem("case-value", place, "this case cannot be asked: " + e.getMessage(), "put that value right");
            return false;
        }
    }

    private List<Topic> topics(Yaml.@Nullable Entry entry) {
        if (entry == null) {
            return List.of();
        }
        Set<Topic> topics = new LinkedHashSet<>();
        for (Yaml.Scalar each : texts(entry)) {
            Topic topic = value(each, Topic.class);
            if (topic != null && !topics.add(topic)) {
                problem("case-value", each, topic + " stands here twice", "name it once");
            }
        }
        return new ArrayList<>(topics);
    }

    private <T> @Nullable T value(Yaml.Entries entries, String key, Class<T> type, boolean must) {
        Yaml.Entry entry = entries.values().get(key);
        if (entry != null) {
            return value(entry.value(), type);
        }
        if (must) {
            problem(
                    "case-missing-key",
                    entries,
                    "this case does not say " + key,
                    "add \"" + key + ": \" and " + Values.form(type));
        }
        return null;
    }

    private <T> @Nullable T value(Yaml yaml, Class<T> type) {
        try {
            Object value = Values.of(yaml, type);
            if (value == null) {
                problem("case-value", yaml, "null where a value belongs", "write " + Values.form(type));
            }
            return type.cast(value);
        } catch (Values.Refused e) {
            refused(e);
            return null;
        }
    }

    /** The entries of a list of at least one text, each a scalar. */
    List<Yaml.Scalar> texts(Yaml.Entry entry) {
        List<Yaml.Scalar> texts = new ArrayList<>();
        if (!(entry.value() instanceof Yaml.Items items) || items.values().isEmpty()) {
            problem(
                    "case-form",
                    entry.value(),
                    entry.value().described() + " under " + entry.key(),
                    "write a list of at least one name: [a, b]");
            return texts;
        }
        for (Yaml item : items.values()) {
            if (item instanceof Yaml.Scalar scalar && scalar.kind() == Yaml.Kind.TEXT) {
                texts.add(scalar);
            } else {
                problem("case-form", item, item.described() + " under " + entry.key(), "write a name");
            }
        }
        return texts;
    }

    /** Reports every key that is not known. */
    void knownKeys(Collection<Yaml.Entry> entries, Collection<String> known, String kind) {
        for (Yaml.Entry entry : entries) {
            if (!known.contains(entry.key())) {
                unknown("case-unknown-key", entry, "the key " + entry.key() + " is not known here", known, kind);
            }
        }
    }

    /** Reports a key that is not known. */
    void unknown(String code, Yaml.Entry entry, String what, Collection<String> known, String kind) {
        problems.add(
                PackProblem.at(code, path, entry.line(), entry.column(), what, Names.mend(entry.key(), known, kind)));
    }

    /** Reports a value that does not have the form it needs. */
    void refused(Values.Refused refusal) {
        problem("case-value", refusal.yaml(), String.valueOf(refusal.getMessage()), "write " + refusal.allowed());
    }

    /** Reports a problem at a place. */
    void problem(String code, Yaml place, String what, String mend) {
        problems.add(PackProblem.at(code, path, place.line(), place.column(), what, mend));
    }
}
