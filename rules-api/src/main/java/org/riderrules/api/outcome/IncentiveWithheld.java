package org.riderrules.api.outcome;

import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * An incentive that a rule denies although its volume was reached, and what would have earned it.
 *
 * @param code the incentive, a code of the market's own list
 * @param remedy message key: what would have earned it
 */
@OwnedBy("incentives")
public record IncentiveWithheld(
        @NotPersonal String code, @NotPersonal String remedy) implements Outcome {

    private static final String TYPE = "IncentiveWithheld";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public IncentiveWithheld {
        Require.code(TYPE, "code", code);
        Require.code(TYPE, "remedy", remedy);
    }

    @Override
    public List<String> textKeys() {
        return List.of(remedy);
    }
}
