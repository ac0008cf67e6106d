package org.riderrules.engine.invariant;

import java.util.List;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierShielded;

/** Tiering gives exactly one tier, or one shield, or says what is not known: never two of them, never none. */
final class OneTier implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        if (!findings.topic().equals(Topic.TIERING)) {
            return List.of();
        }
        int tiers = findings.count(TierAssigned.class);
        int shields = findings.count(TierShielded.class);
        int unknown = findings.count(InsufficientData.class);
        boolean one = tiers + shields == 1 && unknown == 0;
        boolean none = tiers + shields == 0 && unknown > 0;
        return one || none
                ? List.of()
                : List.of("expected one tier, one shield or insufficient data; found " + tiers + " tiers "
                        + findings.outcomes(TierAssigned.class).stream()
                                .map(TierAssigned::tier)
                                .toList() + ", " + shields + " shields, " + unknown + " insufficient data");
    }
}
