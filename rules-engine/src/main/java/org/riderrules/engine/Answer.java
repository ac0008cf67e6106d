package org.riderrules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.fact.Topic;

/**
 * What one state of the packs made of a request.
 *
 * @param decisions what was decided, in order; not the whole answer when there is a failure
 * @param failedTopic the topic that could not be decided; null = there is none
 * @param failure why; null = every topic was decided
 */
record Answer(
        List<Decision> decisions,
        @Nullable Topic failedTopic,
        @Nullable RuntimeException failure) {
    Answer {
        decisions = List.copyOf(decisions);
    }

    /** The decisions, or the failure: all or nothing. */
    List<Decision> orThrow() {
        if (failure != null) {
            throw failure;
        }
        return decisions;
    }
}
