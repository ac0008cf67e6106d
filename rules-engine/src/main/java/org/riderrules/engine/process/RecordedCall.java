package org.riderrules.engine.process;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.Require;

/**
 * One recorded call, opened again. Immutable, thread-safe.
 *
 * @param sequence its place in the trail, from 1
 * @param recordedAt when it was recorded
 * @param request what was asked, with the instant at which the facts were known
 * @param decisions what was decided, by the id of the decision; in the order of the ids
 * @param order the ids in the order in which the topics were decided
 * @param supersedes the ids of the decisions that it was made to replace; empty for a call of the host's own
 */
public record RecordedCall(
        long sequence,
        Instant recordedAt,
        DecisionRequest request,
        SortedMap<String, Decision> decisions,
        List<String> order,
        List<String> supersedes) {
    private static final String TYPE = "RecordedCall";

    /** Copies the collections. */
    public RecordedCall {
        Require.present(TYPE, "recordedAt", recordedAt);
        Require.present(TYPE, "request", request);
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>(Require.present(TYPE, "decisions", decisions)));
        order = Require.items(TYPE, "order", order);
        supersedes = Require.items(TYPE, "supersedes", supersedes);
    }

    /** Whether it was made to correct others, and holds only once a correction names it. */
    public boolean isCorrection() {
        return !supersedes.isEmpty();
    }
}
