package org.riderrules.api.outcome;

import java.math.BigDecimal;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * Points that a rider won back by good conduct.
 *
 * @param points points won back, 0 or more
 * @param ground by what, a code such as {@code SAFE_DAYS}
 */
@OwnedBy("violations")
public record PointsRecovered(
        BigDecimal points, @NotPersonal String ground) implements Outcome {

    private static final String TYPE = "PointsRecovered";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public PointsRecovered {
        Require.notNegative(TYPE, "points", points);
        points = Require.decimal(TYPE, "points", points);
        Require.code(TYPE, "ground", ground);
    }

    @Override
    public String code() {
        return ground;
    }
}
