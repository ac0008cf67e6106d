package org.riderrules.engine.check;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/** Runs cases and says in sentences what came out differently. Thread-safe; holds no state. */
public final class CaseRunner {
    private CaseRunner() {}

    /**
     * Decides a case and compares.
     *
     * @param engine decides; must hold the packs that the case is about
     * @param topic the topic whose decision is compared; topics under {@code also} are decided in the same request
     * @param example the case
     */
    public static CaseResult run(RulesEngine engine, Topic topic, Case example) {
        Decision decision;
        try {
            decision = engine.decideAll(example.request(topic)).stream()
                    .filter(each -> each.topic().equals(topic))
                    .findFirst()
                    .orElse(null);
        } catch (NoPackInForceException e) {
            boolean expected = example.expected().noPackInForce() && e.topic().equals(topic.name());
            return new CaseResult(example, expected ? List.of() : List.of(String.valueOf(e.getMessage())), null);
        } catch (RiderRulesException e) {
            return new CaseResult(example, List.of("the engine refused to decide: " + e.getMessage()), null);
        }
        if (decision == null) {
            return new CaseResult(example, List.of("the engine gave no decision about " + topic), null);
        }
        return new CaseResult(example, differences(example.expected(), decision), decision);
    }

    private static List<String> differences(Expectation expected, Decision decision) {
        List<String> differences = new ArrayList<>();
        int version = decision.provenance().version();
        if (expected.noPackInForce()) {
            differences.add("expected no pack in force, but " + decision.topic() + " v" + version + " decided");
            return differences;
        }
        if (expected.version() != 0 && expected.version() != version) {
            differences.add("expected v" + expected.version() + " to decide on this day, but v" + version
                    + " did; if that is meant, add \"version: " + version + "\" under expect");
        }
        expected.outcomes().forEach((type, each) -> compare(type, each, decision, differences));
        if (expected.only()) {
            decision.outcomes().stream()
                    .filter(outcome -> !expected.outcomes().containsKey(type(outcome)))
                    .forEach(outcome -> differences.add("expected nothing else, but got " + outcome));
        }
        SortedSet<String> ids = decision.explanation().ruleIds();
        expected.because().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> differences.add("expected " + id + " in the explanation, where it does not stand"
                        + (decision.provenance().rulesFired().contains(id)
                                ? ", though it fired: no outcome rests on it"
                                : "")));
        expected.not().stream()
                .filter(ids::contains)
                .forEach(id -> differences.add("expected " + id + " not to stand in the explanation, where it does"));
        return differences;
    }

    private static void compare(
            String type,
            List<SortedMap<String, @Nullable Object>> expected,
            Decision decision,
            List<String> differences) {
        List<Outcome> actual = decision.outcomes().stream()
                .filter(outcome -> type(outcome).equals(type))
                .toList();
        int[] partners = partners(expected, actual);
        List<Outcome> unexpected = new ArrayList<>();
        for (int j = 0; j < actual.size(); j++) {
            if (partners[j] < 0) {
                unexpected.add(actual.get(j));
            }
        }
        List<SortedMap<String, @Nullable Object>> missing = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            int place = i;
            if (Arrays.stream(partners).noneMatch(partner -> partner == place)) {
                missing.add(expected.get(i));
            }
        }
        if (missing.size() == 1 && unexpected.size() == 1) {
            differences.add("expected " + type + " " + text(missing.get(0)) + ", but "
                    + wrong(missing.get(0), unexpected.get(0)));
            return;
        }
        missing.forEach(each -> differences.add("expected " + type + " " + text(each) + ", but there is none"));
        unexpected.forEach(outcome -> differences.add(
                expected.isEmpty()
                        ? "expected no " + type + ", but got " + outcome
                        : "expected " + expected.size() + " of " + type + " and this is none of them: " + outcome));
    }

    /** A largest assignment of actual outcomes to expected ones: for each actual one the expected one, or -1. */
    private static int[] partners(List<SortedMap<String, @Nullable Object>> expected, List<Outcome> actual) {
        int[] partners = new int[actual.size()];
        Arrays.fill(partners, -1);
        for (int i = 0; i < expected.size(); i++) {
            assign(i, expected, actual, partners, new boolean[actual.size()]);
        }
        return partners;
    }

    private static boolean assign(
            int i,
            List<SortedMap<String, @Nullable Object>> expected,
            List<Outcome> actual,
            int[] partners,
            boolean[] tried) {
        for (int j = 0; j < partners.length; j++) {
            if (!tried[j] && wrongs(expected.get(i), actual.get(j)).isEmpty()) {
                tried[j] = true;
                if (partners[j] < 0 || assign(partners[j], expected, actual, partners, tried)) {
                    partners[j] = i;
                    return true;
                }
            }
        }
        return false;
    }

    private static String wrong(SortedMap<String, @Nullable Object> expected, Outcome actual) {
        return wrongs(expected, actual).entrySet().stream()
                .map(wrong -> wrong.getKey() + " is " + text(wrong.getValue()))
                .collect(Collectors.joining(" and "));
    }

    /** The components that are not as expected, with their actual values. */
    private static SortedMap<String, @Nullable Object> wrongs(
            SortedMap<String, @Nullable Object> expected, Outcome actual) {
        Map<String, RecordComponent> components = Shapes.components(actual.getClass());
        SortedMap<String, @Nullable Object> wrong = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> component : expected.entrySet()) {
            RecordComponent known = components.get(component.getKey());
            Object value = known == null ? null : Shapes.value(actual, known);
            if (!same(component.getValue(), value)) {
                wrong.put(component.getKey(), value);
            }
        }
        return wrong;
    }

    private static boolean same(@Nullable Object expected, @Nullable Object actual) {
        return expected instanceof BigDecimal one && actual instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(expected, actual);
    }

    private static String type(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }

    private static String text(SortedMap<String, @Nullable Object> components) {
        return components.entrySet().stream()
                .map(each -> each.getKey() + ": " + text(each.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
