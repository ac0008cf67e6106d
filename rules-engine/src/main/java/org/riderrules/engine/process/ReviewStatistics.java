package org.riderrules.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.Changed;
import org.riderrules.api.process.Confirmed;
import org.riderrules.api.process.EvidenceSeen;
import org.riderrules.api.process.Rejected;
import org.riderrules.api.process.Review;
import org.riderrules.api.spi.EntryKeys;

/**
 * How often people decided otherwise than one version of a pack recommended, and how they reviewed (law.md L7 and L16:
 * override statistics for each pack version; a symbolic review is no review). Immutable, thread-safe.
 *
 * @param pack the pack
 * @param version its version
 * @param confirmed reviews that decided as was recommended
 * @param rejected reviews that decided against it
 * @param changed reviews that decided something else
 * @param hasty reviews decided less than {@link #SHORTEST_REVIEW} after the first piece of evidence was opened, or with
 *     none opened
 * @param appeals appeals filed
 * @param upheld appeals that were upheld
 * @param answeredLate appeals that were answered after the last day
 */
public record ReviewStatistics(
        String pack,
        int version,
        int confirmed,
        int rejected,
        int changed,
        int hasty,
        int appeals,
        int upheld,
        int answeredLate) {

    /** A review that takes less than a minute is counted as hasty. House decision: long enough to read one page. */
    public static final Duration SHORTEST_REVIEW = Duration.ofMinutes(1);

    /** How many recommendations a person decided about. */
    public int reviews() {
        return confirmed + rejected + changed;
    }

    /** How many of them were decided otherwise. */
    public int overrides() {
        return rejected + changed;
    }

    /** The share of overrides; null = nothing was reviewed. */
    public @Nullable Rate overrideRate() {
        return reviews() == 0 ? null : Rate.of(overrides(), reviews());
    }

    static SortedMap<String, ReviewStatistics> of(Stream<EntryKeys> steps) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        steps.forEach(keys -> keys.packs().forEach(pack -> {
            SortedMap<String, Integer> count = counts.computeIfAbsent(pack, key -> new TreeMap<>());
            keys.outcomes().forEach(word -> count.merge(word, 1, Integer::sum));
        }));
        SortedMap<String, ReviewStatistics> statistics = new TreeMap<>();
        counts.forEach((pack, count) -> statistics.put(pack, of(pack, count)));
        return Collections.unmodifiableSortedMap(statistics);
    }

    private static ReviewStatistics of(String pack, SortedMap<String, Integer> count) {
        int slash = pack.indexOf('/');
        return new ReviewStatistics(
                pack.substring(0, slash),
                Integer.parseInt(pack.substring(slash + 1)),
                count.getOrDefault(Confirmed.class.getSimpleName(), 0),
                count.getOrDefault(Rejected.class.getSimpleName(), 0),
                count.getOrDefault(Changed.class.getSimpleName(), 0),
                count.getOrDefault(ProcessRecords.HASTY, 0),
                count.getOrDefault(AppealFiled.class.getSimpleName(), 0),
                count.getOrDefault(ProcessRecords.UPHELD, 0),
                count.getOrDefault(ProcessRecords.LATE, 0));
    }

    static boolean isHasty(Review review) {
        Instant first = review.judgement().seen().stream()
                .map(EvidenceSeen::openedAt)
                .min(Instant::compareTo)
                .orElse(review.at());
        return Duration.between(first, review.at()).compareTo(SHORTEST_REVIEW) < 0;
    }
}
