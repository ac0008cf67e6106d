package org.riderrules.examples.quickstart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.riderrules.api.Decision;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierShielded;

/**
 * How a rider stands after tiering, in one of the answers a table has a line for: a tier, or why there is none.
 *
 * @param rank the tier's rank; -1 = none
 * @param label the tier, or why there is none
 */
record Standing(int rank, String label) implements Comparable<Standing> {
    private static final Comparator<Standing> HIGHEST_FIRST =
            Comparator.comparing(Standing::rank).reversed().thenComparing(Standing::label);

    static Standing of(Decision tiering) {
        List<TierAssigned> tiers = tiering.outcomes(TierAssigned.class);
        if (!tiers.isEmpty()) {
            return new Standing(tiers.get(0).rank(), tiers.get(0).tier());
        }
        if (tiering.has(TierShielded.class)) {
            return new Standing(
                    -1,
                    "shielded: " + tiering.outcomes(TierShielded.class).get(0).ground());
        }
        if (tiering.has(InsufficientData.class)) {
            return new Standing(
                    -1,
                    tiering.outcomes(InsufficientData.class).stream()
                            .map(InsufficientData::field)
                            .distinct()
                            .collect(Collectors.joining(", ", "not known: ", "")));
        }
        if (tiering.has(NeedsReview.class)) {
            return new Standing(
                    -1,
                    "needs review: "
                            + tiering.outcomes(NeedsReview.class).get(0).invariant());
        }
        return new Standing(-1, "no answer");
    }

    @Override
    public int compareTo(Standing other) {
        return HIGHEST_FIRST.compare(this, other);
    }
}
