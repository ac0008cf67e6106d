package org.riderrules.api.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;

/**
 * By what an entry can be found. A store may index all of it: nothing here names a person. The same values stand in the
 * entry's record, under {@code about} and {@code decisions}, so an index can always be made anew. Immutable, thread-safe.
 *
 * @param rider the rider's reference in this trail, a random code that only the {@link RiderVault} can connect with the
 *     rider; null = the entry is about no rider
 * @param topics the topics decided or asked for, possibly none
 * @param packs the pack versions that decided, as {@code tiering/2}, possibly none
 * @param asOf the effective day of the policy; null = none
 * @param knownAt when the facts were known; null = none
 * @param outcomes the types of the outcomes, for instance {@code TierAssigned}, possibly none; for a call that failed
 *     the error's type, for instance {@code NoPackInForceException}
 * @param decisions the ids of the decisions that the entry holds or is about, possibly none
 */
public record EntryKeys(
        @Nullable String rider,
        SortedSet<Topic> topics,
        SortedSet<String> packs,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        SortedSet<String> outcomes,
        List<String> decisions) {
    private static final String TYPE = "EntryKeys";

    /** No keys: the entry is found by its sequence and kind only. */
    public static final EntryKeys NONE =
            new EntryKeys(null, new TreeSet<>(), new TreeSet<>(), null, null, new TreeSet<>(), List.of());

    /**
     * Copies the collections.
     *
     * @throws InvalidValueException naming the first component that is missing
     */
    public EntryKeys {
        topics = sorted("topics", topics);
        packs = sorted("packs", packs);
        outcomes = sorted("outcomes", outcomes);
        decisions = Require.items(TYPE, "decisions", decisions);
    }

    private static <T> SortedSet<T> sorted(String field, Collection<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(Require.present(TYPE, field, values)));
    }

    /** The same keys with these decisions. */
    public EntryKeys withDecisions(List<String> ids) {
        return new EntryKeys(rider, topics, packs, asOf, knownAt, outcomes, ids);
    }
}
