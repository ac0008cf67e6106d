package org.riderrules.engine.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.Outcome;

/** Says in sentences what differs between two answers. Not thread-safe; one for each comparison. */
final class AnswerComparison {
    private final EvidenceForms forms = new EvidenceForms();
    private final List<String> differences = new ArrayList<>();

    private AnswerComparison() {}

    static List<String> differences(Answer first, Answer second) {
        AnswerComparison comparison = new AnswerComparison();
        if (!Objects.equals(first.refused(), second.refused())) {
            comparison.differences.add("the first " + said(first) + ", the second " + said(second));
        } else {
            comparison.decisions(first.decisions(), second.decisions());
        }
        return comparison.differences;
    }

    private static String said(Answer answer) {
        return answer.refused() == null ? "decided" : "refused (" + answer.refused() + ")";
    }

    private void decisions(List<Decision> first, List<Decision> second) {
        sets(
                "",
                "decided about",
                first.stream().map(each -> each.topic().name()).toList(),
                second.stream().map(each -> each.topic().name()).toList());
        if (differences.isEmpty()) {
            for (int i = 0; i < first.size(); i++) {
                decision(first.get(i), second.get(i));
            }
        }
    }

    private void decision(Decision first, Decision second) {
        String topic = first.topic().name() + ": ";
        Provenance one = first.provenance();
        Provenance other = second.provenance();
        sets(topic, "decided by", List.of(policy(one)), List.of(policy(other)));
        sets(topic, "gave", texts(first), texts(second));
        sets(topic, "fired", one.rulesFired(), other.rulesFired());
        sets(topic, "used the row", rows(one), rows(other));
        sets(topic, "withheld", one.withheld(), other.withheld());
        sets(topic, "checked", one.invariantsChecked(), other.invariantsChecked());
        if (!one.factsDigest().equals(other.factsDigest())) {
            differences.add(topic + "the digests of the facts differ");
        }
        grounds(topic, first, second);
    }

    private static String policy(Provenance provenance) {
        return provenance.pack() + " v" + provenance.version();
    }

    private static List<String> texts(Decision decision) {
        return decision.outcomes().stream().map(AnswerComparison::text).toList();
    }

    /** What the engine found out about a failing rule is Java's message, not a result. */
    private static String text(Outcome outcome) {
        return outcome instanceof NeedsReview review && review.invariant().equals("rule-failed")
                ? "NeedsReview[rule-failed]"
                : outcome.toString();
    }

    private static List<String> rows(Provenance provenance) {
        return provenance.rowsUsed().stream()
                .map(row -> row.file() + ":" + row.line())
                .toList();
    }

    private void grounds(String topic, Decision first, Decision second) {
        SortedMap<String, List<Integer>> one = grounds(first);
        SortedMap<String, List<Integer>> other = grounds(second);
        boolean differ = false;
        for (Map.Entry<String, List<Integer>> outcome : one.entrySet()) {
            @Nullable List<Integer> twin = other.get(outcome.getKey());
            if (twin != null && !twin.equals(outcome.getValue())) {
                differences.add(topic + "the evidence behind " + outcome.getKey() + " differs");
                differ = true;
            }
        }
        if (differ) {
            sets(topic, "rests on", forms.flat(first.explanation()), forms.flat(second.explanation()));
        }
    }

    private SortedMap<String, List<Integer>> grounds(Decision decision) {
        SortedMap<String, List<Integer>> grounds = new TreeMap<>();
        for (Because because : decision.explanation().because()) {
            boolean failed = text(because.outcome()).equals("NeedsReview[rule-failed]");
            grounds.computeIfAbsent(text(because.outcome()), outcome -> new ArrayList<>())
                    .add(failed ? 0 : forms.number(because.grounds()));
        }
        grounds.values().forEach(numbers -> numbers.sort(null));
        return grounds;
    }

    private void sets(String topic, String verb, Collection<String> first, Collection<String> second) {
        SortedSet<String> one = new TreeSet<>(first);
        SortedSet<String> other = new TreeSet<>(second);
        one.stream()
                .filter(each -> !other.contains(each))
                .forEach(each -> differences.add(topic + "only the first " + verb + " " + each));
        other.stream()
                .filter(each -> !one.contains(each))
                .forEach(each -> differences.add(topic + "only the second " + verb + " " + each));
        if (one.equals(other) && first.size() != second.size()) {
            differences.add(topic + "the first " + verb + " " + first.size() + " times, the second " + second.size());
        }
    }
}
