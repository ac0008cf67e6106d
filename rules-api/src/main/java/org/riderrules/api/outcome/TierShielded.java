package org.riderrules.api.outcome;

import java.time.LocalDate;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * No tier yet: a new rider or a sample too thin to judge, and no earlier tier to keep.
 *
 * @param ground why, a code such as {@code NEW_RIDER}
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
@OwnedBy("tiering")
public record TierShielded(@NotPersonal String ground, LocalDate validFrom, LocalDate validUntil) implements Outcome {

    private static final String TYPE = "TierShielded";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public TierShielded {
        Require.code(TYPE, "ground", ground);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }

    @Override
    public String code() {
        return ground;
    }
}
