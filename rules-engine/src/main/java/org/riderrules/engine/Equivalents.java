package org.riderrules.engine;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.outcome.DetrimentRecommended;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.Penalty;
import org.riderrules.engine.drools.Run;
import org.riderrules.engine.pack.Equivalent;
import org.riderrules.engine.pack.OutcomeFields;

/**
 * Turns what a market holds to be as hard as a suspension into a recommendation, so that no host can put it into effect
 * by mistake: the outcome itself is not in the decision any more.
 *
 * @param applied what the market declares on the effective day
 * @param market the market
 * @param asOf the effective day
 */
record Equivalents(List<Equivalent> applied, String market, LocalDate asOf) {

    /** The given outcomes in their order, those that are equivalent as recommendations. */
    List<Run.Given> apply(List<Run.Given> given) {
        return applied.isEmpty()
                ? given
                : given.stream().map(this::recommendedIfEquivalent).toList();
    }

    private Run.Given recommendedIfEquivalent(Run.Given given) {
        for (Equivalent each : applied) {
            if (each.appliesTo(given.outcome(), market, asOf)) {
                return new Run.Given(recommended(each, given), given.by(), given.rule());
            }
        }
        return given;
    }

    private DetrimentRecommended recommended(Equivalent equivalent, Run.Given given) {
        LocalDate from = OutcomeFields.day(given.outcome(), "validFrom");
        LocalDate first = from == null || from.isBefore(asOf) ? asOf : from;
        LocalDate until = OutcomeFields.day(given.outcome(), "validUntil");
        LocalDate end = until == null && equivalent.days() != null ? first.plusDays(equivalent.days()) : until;
        return new DetrimentRecommended(
                given.outcome(),
                evidence(given),
                equivalent.policy(),
                equivalent.remedy(),
                equivalent.appealRoute(),
                asOf.plusDays(equivalent.appealDays()),
                first,
                end == null || !end.isAfter(first) ? first.plusDays(1) : end);
    }

    /** What a penalty names itself; else the facts behind the outcome; the day when it rests on none. */
    private static List<String> evidence(Run.Given given) {
        Outcome outcome = given.outcome();
        if (outcome instanceof Penalty penalty) {
            return penalty.evidence();
        }
        Set<String> facts = new TreeSet<>();
        Set<Evidence> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Evidence> open = new ArrayDeque<>(List.of(given.by()));
        while (!open.isEmpty()) {
            Evidence node = open.pop();
            if (seen.add(node)) {
                if (node instanceof Evidence.FactUsed used) {
                    facts.add(used.fact().identity());
                } else if (node instanceof Evidence.OutcomeUsed used) {
                    facts.add(used.topic() + " " + used.outcome().code());
                } else if (node instanceof Evidence.FiredRule rule) {
                    rule.grounds().forEach(open::push);
                }
            }
        }
        return facts.isEmpty() ? List.of(given.by().rule().id()) : List.copyOf(facts);
    }
}
