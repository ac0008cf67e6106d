package org.riderrules.engine.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.Require;

/**
 * The body of a {@code call} entry: one call of the engine, with everything it decided or why it decided nothing.
 * Immutable, thread-safe.
 *
 * @param engine the version of the engine
 * @param request what was asked; null = refused before anything of it could be kept here (another region)
 * @param knownAt when the facts were known: the request's, or the engine's clock
 * @param decisions what was decided, in order; empty when the call failed
 * @param failure why nothing was decided; null = it was decided
 * @param supersedes the id of the decision that this call decides anew, with what became known later; null = none
 */
public record RecordedCall(
        String engine,
        @Nullable DecisionRequest request,
        Instant knownAt,
        List<RecordedDecision> decisions,
        @Nullable RecordedFailure failure,
        @Nullable String supersedes) {
    private static final String TYPE = "RecordedCall";

    /** Copies {@code decisions}. */
    public RecordedCall {
        Require.present(TYPE, "engine", engine);
        Require.present(TYPE, "knownAt", knownAt);
        decisions = Require.items(TYPE, "decisions", decisions);
    }
}
