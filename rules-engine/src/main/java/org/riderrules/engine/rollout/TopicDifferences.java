package org.riderrules.engine.rollout;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;

/**
 * What was different in one topic. Immutable, thread-safe.
 *
 * @param topic the topic
 * @param compared how many decisions were compared, 1 or more
 * @param different how many of them differed
 * @param kinds how many of them differed in which way; a decision can differ in several ways and counts in each
 * @param examples the first that were found of each kind, within the bound of {@link Shadowing#examples()}
 */
public record TopicDifferences(
        Topic topic, long compared, long different, SortedMap<DifferenceKind, Long> kinds, List<Difference> examples) {

    /** Copies {@code kinds} and {@code examples}. */
    public TopicDifferences {
        Require.present("TopicDifferences", "topic", topic);
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(Require.present("TopicDifferences", "kinds", kinds)));
        examples = Require.items("TopicDifferences", "examples", examples);
    }

    /** How many decisions differed in this way. */
    public long count(DifferenceKind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** For people and logs, without examples: {@code tiering: 3 of 200 different (OUTCOME_CHANGED 3)}. Not to be parsed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(80)
                .append(topic)
                .append(": ")
                .append(different)
                .append(" of ")
                .append(compared)
                .append(" different");
        if (!kinds.isEmpty()) {
            StringBuilder ways = new StringBuilder();
            kinds.forEach((kind, count) -> ways.append(ways.length() == 0 ? "" : ", ")
                    .append(kind)
                    .append(' ')
                    .append(count));
            text.append(" (").append(ways).append(')');
        }
        return text.toString();
    }
}
