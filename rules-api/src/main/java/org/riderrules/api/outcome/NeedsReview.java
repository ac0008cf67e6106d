package org.riderrules.api.outcome;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * The engine withholds what the pack produced: an invariant was broken or a rule failed. A person must look.
 *
 * @param invariant the invariant or failure, a code such as {@code one-tier}
 * @param detail what was found, for operators
 */
public record NeedsReview(@NotPersonal String invariant, String detail) implements EngineOutcome {

    private static final String TYPE = "NeedsReview";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public NeedsReview {
        Require.code(TYPE, "invariant", invariant);
        Require.text(TYPE, "detail", detail);
    }

    @Override
    public String code() {
        return invariant;
    }
}
