package org.riderrules.engine.rollout;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;

/**
 * What a candidate would have decided differently so far. Immutable, thread-safe.
 *
 * @param inForce the packs in force
 * @param candidate the packs on trial
 * @param requests how many requests both decided on
 * @param skipped how many requests were not tried on the candidate, because too many were waiting for the executor or it
 *     took no more
 * @param topics the topics that were compared, by name
 */
public record DifferenceReport(
        LoadedPacks inForce, LoadedPacks candidate, long requests, long skipped, List<TopicDifferences> topics) {
    private static final String TYPE = "DifferenceReport";

    /** Copies {@code topics}. */
    public DifferenceReport {
        Require.present(TYPE, "inForce", inForce);
        Require.present(TYPE, "candidate", candidate);
        topics = Require.items(TYPE, "topics", topics);
    }

    /** What was compared in one topic; null when nothing was. */
    public @Nullable TopicDifferences topic(Topic topic) {
        return topics.stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElse(null);
    }

    /** How many decisions differed in any topic. */
    public long different() {
        return topics.stream().mapToLong(TopicDifferences::different).sum();
    }

    /** For people and logs: the counts, no rider. Not to be parsed. */
    @Override
    public String toString() {
        return requests + " requests compared, " + skipped + " skipped"
                + topics.stream().map(topic -> "; " + topic).collect(Collectors.joining());
    }
}
