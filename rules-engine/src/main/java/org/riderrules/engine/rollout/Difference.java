package org.riderrules.engine.rollout;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.error.Require;
import org.riderrules.api.outcome.Outcome;

/**
 * One decision that would have been different. Immutable, thread-safe. Names a rider in its decisions; its text does not.
 *
 * @param kinds in which ways, at least one
 * @param inForce what the packs in force decided; null = they failed
 * @param candidate what the candidate decided; null = it failed
 * @param failure why one of them failed; null = none did
 */
public record Difference(
        SortedSet<DifferenceKind> kinds,
        @Nullable Decision inForce,
        @Nullable Decision candidate,
        @Nullable String failure) {

    /** Copies {@code kinds}. */
    public Difference {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(Require.present("Difference", "kinds", kinds)));
    }

    /** For logs: kinds, market, day and the outcomes of both; no rider. Not to be parsed. */
    @Override
    public String toString() {
        Decision either = inForce == null ? candidate : inForce;
        return kinds
                + (either == null ? "" : " in " + either.market() + " as of " + either.asOf())
                + ": in force " + outcomes(inForce) + ", candidate " + outcomes(candidate);
    }

    private static String outcomes(@Nullable Decision decision) {
        if (decision == null) {
            return "failed";
        }
        List<Outcome> outcomes = decision.outcomes();
        return outcomes.stream()
                .map(outcome -> outcome.getClass().getSimpleName() + " " + outcome.code())
                .toList()
                .toString();
    }
}
