package org.riderrules.api.outcome;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * No rule of the pack granted or denied anything.
 *
 * @param subject the topic
 */
public record NotGranted(@NotPersonal String subject) implements EngineOutcome {

    private static final String TYPE = "NotGranted";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public NotGranted {
        Require.code(TYPE, "subject", subject);
    }

    @Override
    public String code() {
        return subject;
    }
}
