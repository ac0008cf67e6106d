package org.riderrules.api.outcome;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A violation that is not held against the rider.
 *
 * @param violationId the violation answered
 * @param code the violation's code
 * @param ground why, a code such as {@code OVERTURNED}
 */
@OwnedBy("violations")
public record ViolationExempted(
        String violationId,
        @NotPersonal String code,
        @NotPersonal String ground) implements Outcome {

    private static final String TYPE = "ViolationExempted";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public ViolationExempted {
        Require.code(TYPE, "violationId", violationId);
        Require.code(TYPE, "code", code);
        Require.code(TYPE, "ground", ground);
    }
}
