package org.riderrules.engine.rollout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.riderrules.api.Decision;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.Outcome;

/** Compares what two states of the packs decided about one question. Thread-safe; holds no state. */
public final class Differences {
    private Differences() {}

    /**
     * In which ways the second decision differs from the first; empty when it says the same for the same reasons.
     *
     * @param inForce what the packs in force decided
     * @param candidate what the candidate decided about the same request and topic
     */
    public static SortedSet<DifferenceKind> between(Decision inForce, Decision candidate) {
        boolean reviewInForce = inForce.has(NeedsReview.class);
        boolean reviewInCandidate = candidate.has(NeedsReview.class);
        Set<DifferenceKind> kinds = EnumSet.noneOf(DifferenceKind.class);
        if (reviewInForce != reviewInCandidate) {
            kinds.add(reviewInCandidate ? DifferenceKind.CANDIDATE_NEEDS_REVIEW : DifferenceKind.IN_FORCE_NEEDS_REVIEW);
        } else {
            outcomes(byType(inForce), byType(candidate), kinds);
            if (kinds.isEmpty() && !reasons(inForce).equals(reasons(candidate))) {
                kinds.add(DifferenceKind.REASON_ONLY);
            }
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }

    private static Map<String, List<Outcome>> byType(Decision decision) {
        return decision.outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.getClass().getSimpleName(), TreeMap::new, Collectors.toList()));
    }

    private static void outcomes(
            Map<String, List<Outcome>> inForce, Map<String, List<Outcome>> candidate, Set<DifferenceKind> kinds) {
        Set<String> types = new TreeSet<>(inForce.keySet());
        types.addAll(candidate.keySet());
        for (String type : types) {
            List<Outcome> before = inForce.getOrDefault(type, List.of());
            List<Outcome> after = candidate.getOrDefault(type, List.of());
            List<Outcome> gone = without(before, after);
            List<Outcome> come = without(after, before);
            if (before.size() == 1 && after.size() == 1 && !gone.isEmpty()) {
                kinds.add(DifferenceKind.OUTCOME_CHANGED);
                continue;
            }
            for (Outcome outcome : gone) {
                kinds.add(
                        removeOne(come, outcome.code())
                                ? DifferenceKind.OUTCOME_CHANGED
                                : DifferenceKind.OUTCOME_REMOVED);
            }
            if (!come.isEmpty()) {
                kinds.add(DifferenceKind.OUTCOME_ADDED);
            }
        }
    }

    /** The outcomes that stand in the first list more often than in the second. */
    private static List<Outcome> without(Collection<Outcome> outcomes, Collection<Outcome> others) {
        List<Outcome> rest = new ArrayList<>(outcomes);
        others.forEach(rest::remove);
        return rest;
    }

    private static boolean removeOne(List<Outcome> outcomes, String code) {
        for (Outcome outcome : outcomes) {
            if (outcome.code().equals(code)) {
                return outcomes.remove(outcome);
            }
        }
        return false;
    }

    /** What an outcome rests on, as far as a rider or an auditor is told: rules, bound values, words. */
    private record Grounds(Outcome outcome, Set<String> rules, Object told, Object texts) {}

    private static List<Grounds> reasons(Decision decision) {
        List<Grounds> reasons = new ArrayList<>();
        for (Because because : decision.explanation().because()) {
            // What a check of the engine found names the pack's version, which is no difference in what was decided.
            Object told = because.grounds() instanceof Evidence.FiredRule fired
                    ? List.of(fired.rule().id(), fired.rule().source(), fired.bindings(), fired.reason())
                    : ((Evidence.EngineCheck) because.grounds()).check();
            reasons.add(
                    new Grounds(because.outcome(), new Explanation(List.of(because)).ruleIds(), told, because.texts()));
        }
        return reasons;
    }
}
