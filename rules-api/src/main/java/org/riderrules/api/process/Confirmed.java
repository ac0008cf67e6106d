package org.riderrules.api.process;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A person decided as was recommended. Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param subject what was decided about
 * @param judgement who, when, why, having seen what
 */
public record Confirmed(
        String riderId,
        @NotPersonal Subject subject,
        @NotPersonal Judgement judgement) implements Review {
    private static final String TYPE = "Confirmed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Confirmed {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "subject", subject);
        Require.present(TYPE, "judgement", judgement);
    }

    @Override
    public boolean isOverride() {
        return false;
    }
}
