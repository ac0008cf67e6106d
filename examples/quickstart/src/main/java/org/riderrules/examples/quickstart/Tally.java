package org.riderrules.examples.quickstart;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.Decision;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;

/** Counts what came out. */
final class Tally {
    private int decided;
    private int failed;
    private int unreadable;
    private int decisions;
    private final SortedMap<String, SortedMap<Standing, Integer>> standings = new TreeMap<>();
    private final SortedMap<String, SortedMap<TierMovement, Integer>> movements = new TreeMap<>();
    private final SortedMap<OutcomeType, Integer> outcomes = new TreeMap<>();
    private final SortedMap<Why, Integer> reasons = new TreeMap<>();

    /** One rider was decided, on every topic. */
    void decided(List<Decision> made) {
        decided++;
        for (Decision decision : made) {
            decisions++;
            if (decision.topic().equals(Topic.TIERING)) {
                tiered(decision);
            }
            for (Because because : decision.explanation().because()) {
                outcomes.merge(OutcomeType.of(decision, because.outcome()), 1, Integer::sum);
                reasons.merge(Why.of(decision, because), 1, Integer::sum);
            }
        }
    }

    private void tiered(Decision tiering) {
        standings
                .computeIfAbsent(tiering.market(), market -> new TreeMap<>())
                .merge(Standing.of(tiering), 1, Integer::sum);
        SortedMap<TierMovement, Integer> moved = movements.computeIfAbsent(tiering.market(), market -> new TreeMap<>());
        tiering.outcomes(TierAssigned.class).forEach(tier -> moved.merge(tier.movement(), 1, Integer::sum));
    }

    /** One rider could not be decided. */
    void failed() {
        failed++;
    }

    /** One row could not be read. */
    void unreadable() {
        unreadable++;
    }

    /** Whether every row was read and every rider decided. */
    boolean isComplete() {
        return failed == 0 && unreadable == 0;
    }

    /** Riders read: decided and failed. */
    int riders() {
        return decided + failed;
    }

    int ridersDecided() {
        return decided;
    }

    int ridersFailed() {
        return failed;
    }

    int rowsUnreadable() {
        return unreadable;
    }

    int decisions() {
        return decisions;
    }

    /** How many riders stand how, by market, the highest tier first. */
    SortedMap<String, SortedMap<Standing, Integer>> standings() {
        return standings;
    }

    /** How many riders moved how, by market. */
    SortedMap<String, SortedMap<TierMovement, Integer>> movements() {
        return movements;
    }

    /** How many outcomes there are of each type, by topic. */
    SortedMap<OutcomeType, Integer> outcomes() {
        return outcomes;
    }

    /** What most outcomes rest on, the most frequent first. */
    List<Map.Entry<Why, Integer>> reasons(int most) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<Why, Integer>comparingByValue().reversed())
                .limit(most)
                .toList();
    }

    /** A type of outcomes that a topic has. */
    record OutcomeType(String topic, String name) implements Comparable<OutcomeType> {
        static OutcomeType of(Decision decision, Outcome outcome) {
            return new OutcomeType(decision.topic().name(), outcome.getClass().getSimpleName());
        }

        @Override
        public int compareTo(OutcomeType other) {
            return Comparator.comparing(OutcomeType::topic)
                    .thenComparing(OutcomeType::name)
                    .compare(this, other);
        }
    }

    /** What an outcome rests on: a rule, or a check of the engine. */
    record Why(String id, String sentence) implements Comparable<Why> {
        static Why of(Decision decision, Because because) {
            if (because.grounds() instanceof Evidence.FiredRule fired) {
                return new Why(fired.rule().id(), fired.rule().sentence());
            }
            String code = because.outcome().code();
            return new Why(
                    decision.topic() + " (engine)", because.outcome().getClass().getSimpleName() + " " + code);
        }

        @Override
        public int compareTo(Why other) {
            return Comparator.comparing(Why::id).thenComparing(Why::sentence).compare(this, other);
        }
    }
}
