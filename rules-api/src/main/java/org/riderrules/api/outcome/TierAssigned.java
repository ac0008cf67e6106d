package org.riderrules.api.outcome;

import java.time.LocalDate;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * The tier a rider holds. Exactly one for each rider, unless he is shielded or data are insufficient.
 *
 * @param tier the tier, a code of the market's own list
 * @param rank its rank, 0 to 100, 0 = lowest
 * @param movement how it relates to the tier held before
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
@OwnedBy("tiering")
public record TierAssigned(
        @NotPersonal String tier,
        @NotPersonal int rank,
        @NotPersonal TierMovement movement,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Outcome {

    private static final String TYPE = "TierAssigned";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public TierAssigned {
        Require.code(TYPE, "tier", tier);
        Require.range(TYPE, "rank", rank, 0, 100);
        Require.present(TYPE, "movement", movement);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }

    @Override
    public String code() {
        return tier;
    }
}
