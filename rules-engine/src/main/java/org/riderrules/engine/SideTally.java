package org.riderrules.engine;

import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.engine.rollout.CanarySide;

/** Counts what one side of a canary does. Thread-safe; what is read at one moment goes together. */
final class SideTally {
    private long calls;
    private long failed;
    private long decisions;
    private long needsReview;

    void add(Answer answer) {
        long review = answer.decisions().stream()
                .filter(decision -> decision.has(NeedsReview.class))
                .count();
        synchronized (this) {
            calls++;
            if (answer.failure() != null) {
                failed++;
            } else {
                decisions += answer.decisions().size();
                needsReview += review;
            }
        }
    }

    synchronized CanarySide side() {
        return new CanarySide(calls, failed, decisions, needsReview);
    }
}
