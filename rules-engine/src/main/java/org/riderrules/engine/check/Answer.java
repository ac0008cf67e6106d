package org.riderrules.engine.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;

/**
 * What an engine said: decisions, or why there are none. Immutable, thread-safe.
 *
 * @param decisions one for each topic, in order; empty when it refused
 * @param refused the exception and its message; null when it decided
 */
public record Answer(List<Decision> decisions, @Nullable String refused) {

    /** Copies {@code decisions}. */
    public Answer {
        decisions = List.copyOf(decisions);
    }

    /** Asks an engine. Whatever it throws is an answer: two engines must fail alike, too. */
    static Answer of(RulesEngine engine, DecisionRequest request) {
        try {
            return new Answer(engine.decideAll(request), null);
        } catch (RuntimeException failure) {
            return new Answer(List.of(), failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }
}
