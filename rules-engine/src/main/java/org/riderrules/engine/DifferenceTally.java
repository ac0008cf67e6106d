package org.riderrules.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.rollout.Difference;
import org.riderrules.engine.rollout.DifferenceKind;
import org.riderrules.engine.rollout.DifferenceReport;
import org.riderrules.engine.rollout.Differences;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.TopicDifferences;

/** Counts how the answers of a candidate differ from those of the packs in force. Thread-safe. */
final class DifferenceTally {
    private final int examples;
    private final Map<Topic, OfTopic> topics = new TreeMap<>();
    private long requests;
    private long skipped;

    /** @param examples how many examples of each kind are kept for each topic */
    DifferenceTally(int examples) {
        this.examples = examples;
    }

    synchronized void skipped() {
        skipped++;
    }

    /**
     * Compares two answers to one request. A topic that both failed, and what comes after a failure, is not compared:
     * there is nothing to compare it with.
     */
    void add(Answer inForce, Answer candidate) {
        Map<Topic, Decision> before = byTopic(inForce);
        Map<Topic, Decision> after = byTopic(candidate);
        Map<Topic, Difference> compared = new TreeMap<>();
        before.forEach((topic, decision) -> {
            Decision other = after.get(topic);
            if (other != null) {
                compared.put(topic, new Difference(Differences.between(decision, other), decision, other, null));
            } else if (topic.equals(candidate.failedTopic())) {
                compared.put(topic, failed(DifferenceKind.CANDIDATE_FAILED, decision, null, candidate.failure()));
            }
        });
        after.forEach((topic, decision) -> {
            if (topic.equals(inForce.failedTopic())) {
                compared.put(topic, failed(DifferenceKind.IN_FORCE_FAILED, null, decision, inForce.failure()));
            }
        });
        synchronized (this) {
            requests++;
            compared.forEach((topic, difference) ->
                    topics.computeIfAbsent(topic, first -> new OfTopic()).add(difference, examples));
        }
    }

    private static Map<Topic, Decision> byTopic(Answer answer) {
        Map<Topic, Decision> decisions = new TreeMap<>();
        answer.decisions().forEach(decision -> decisions.put(decision.topic(), decision));
        return decisions;
    }

    private static Difference failed(
            DifferenceKind kind,
            @Nullable Decision inForce,
            @Nullable Decision candidate,
            @Nullable RuntimeException failure) {
        return new Difference(new TreeSet<>(List.of(kind)), inForce, candidate, String.valueOf(failure));
    }

    synchronized DifferenceReport report(LoadedPacks inForce, LoadedPacks candidate) {
        List<TopicDifferences> differences = new ArrayList<>();
        topics.forEach((topic, counted) -> differences.add(counted.report(topic)));
        return new DifferenceReport(inForce, candidate, requests, skipped, differences);
    }

    /** Counts of one topic; guarded by the tally. */
    private static final class OfTopic {
        private final Map<DifferenceKind, Long> kinds = new EnumMap<>(DifferenceKind.class);
        private final List<Difference> kept = new ArrayList<>();
        private long compared;
        private long different;

        void add(Difference difference, int examples) {
            compared++;
            SortedSet<DifferenceKind> ways = difference.kinds();
            if (ways.isEmpty()) {
                return;
            }
            different++;
            boolean rare = false;
            for (DifferenceKind way : ways) {
                rare |= kinds.merge(way, 1L, Long::sum) <= examples;
            }
            if (rare) {
                kept.add(difference);
            }
        }

        TopicDifferences report(Topic topic) {
            return new TopicDifferences(topic, compared, different, new TreeMap<>(kinds), kept);
        }
    }
}
