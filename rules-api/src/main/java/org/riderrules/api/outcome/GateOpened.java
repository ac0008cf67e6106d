package org.riderrules.api.outcome;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A gate that is open: the rider may take orders, may be promoted.
 *
 * @param gate the gate, for instance {@code TAKE_ORDERS}
 * @param validUntil first day it is no longer open; null = none
 */
@OwnedBy("training")
public record GateOpened(@NotPersonal String gate, @Nullable LocalDate validUntil) implements Outcome {

    private static final String TYPE = "GateOpened";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public GateOpened {
        Require.code(TYPE, "gate", gate);
    }

    @Override
    public String code() {
        return gate;
    }
}
