package org.riderrules.api.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.outcome.SanctionAction;

/**
 * A person decided something else than was recommended. Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param subject what was decided about
 * @param judgement who, when, why, having seen what
 * @param action what holds instead; null = the same, for other days
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
public record Changed(
        String riderId,
        @NotPersonal Subject subject,
        @NotPersonal Judgement judgement,
        @Nullable SanctionAction action,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Review {
    private static final String TYPE = "Changed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Changed {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "subject", subject);
        Require.present(TYPE, "judgement", judgement);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }

    @Override
    public boolean isOverride() {
        return true;
    }
}
