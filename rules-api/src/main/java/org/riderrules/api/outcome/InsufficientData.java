package org.riderrules.api.outcome;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * Something that cannot be decided because a field is not known. Neither granted nor denied.
 *
 * @param subject what cannot be decided, for instance a tier, a violation or a topic
 * @param field the missing field, for instance {@code PerformanceWindow.onTimeRate}
 */
public record InsufficientData(String subject, @NotPersonal String field) implements Outcome {

    private static final String TYPE = "InsufficientData";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public InsufficientData {
        Require.code(TYPE, "subject", subject);
        Require.code(TYPE, "field", field);
    }

    @Override
    public String code() {
        return subject;
    }
}
