package org.riderrules.engine.rollout;

import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Rate;

/**
 * What one side of a canary did since the canary began. Immutable, thread-safe.
 *
 * @param calls how many calls it was asked, 0 or more
 * @param failed how many of them it failed: no pack in force, a budget exceeded; what a listener failed is not counted
 * @param decisions how many decisions came out of the others
 * @param needsReview how many of these need review: an invariant was broken or a rule failed
 */
public record CanarySide(long calls, long failed, long decisions, long needsReview) {

    /** Failed calls of all calls, exactly; null when there was no call. */
    public @Nullable Rate failureRate() {
        return calls == 0 ? null : Rate.of(failed, calls);
    }

    /** Decisions that need review of all decisions, exactly; null when there was no decision. */
    public @Nullable Rate reviewRate() {
        return decisions == 0 ? null : Rate.of(needsReview, decisions);
    }
}
