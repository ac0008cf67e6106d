package org.riderrules.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.process.AppealAnswered;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.Changed;
import org.riderrules.api.process.Confirmed;
import org.riderrules.api.process.EvidenceSeen;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.Rejected;
import org.riderrules.api.process.Review;
import org.riderrules.api.process.Subject;

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

    /** Statistics by {@code pack/version}. */
    public static SortedMap<String, ReviewStatistics> of(Stream<ProcessEvent> events) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        events.forEach(event -> {
            if (event instanceof Review review) {
                tally(tallies, review.subject()).add(review);
            } else if (event instanceof AppealFiled filed) {
                tally(tallies, filed.subject()).appeals++;
            } else if (event instanceof AppealAnswered answered) {
                tally(tallies, answered.subject()).add(answered);
            }
        });
        SortedMap<String, ReviewStatistics> statistics = new TreeMap<>();
        tallies.forEach((key, tally) -> statistics.put(key, tally.statistics()));
        return Collections.unmodifiableSortedMap(statistics);
    }

    private static Tally tally(SortedMap<String, Tally> tallies, Subject subject) {
        return tallies.computeIfAbsent(subject.pack() + "/" + subject.version(), key -> new Tally(subject));
    }

    static boolean isHasty(Review review) {
        Instant first = review.judgement().seen().stream()
                .map(EvidenceSeen::openedAt)
                .min(Instant::compareTo)
                .orElse(review.at());
        return Duration.between(first, review.at()).compareTo(SHORTEST_REVIEW) < 0;
    }

    /** Counts one version. Not thread-safe. */
    private static final class Tally {
        private final Subject subject;
        private int confirmed;
        private int rejected;
        private int changed;
        private int hasty;
        private int appeals;
        private int upheld;
        private int late;

        Tally(Subject subject) {
            this.subject = subject;
        }

        void add(Review review) {
            confirmed += review instanceof Confirmed ? 1 : 0;
            rejected += review instanceof Rejected ? 1 : 0;
            changed += review instanceof Changed ? 1 : 0;
            hasty += isHasty(review) ? 1 : 0;
        }

        void add(AppealAnswered answered) {
            upheld += answered.ruling() == AppealRuling.UPHELD ? 1 : 0;
            late += answered.isLate() ? 1 : 0;
        }

        ReviewStatistics statistics() {
            return new ReviewStatistics(
                    subject.pack(), subject.version(), confirmed, rejected, changed, hasty, appeals, upheld, late);
        }
    }
}
