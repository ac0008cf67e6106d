package org.riderrules.api.outcome;

import java.math.BigDecimal;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * All points in force after this decision: earlier ones not expired, new ones, less those won back.
 *
 * @param points points, 0 or more
 * @param limit points at which a person is asked to decide, 0 or more
 */
@OwnedBy("violations")
public record PointsInForce(BigDecimal points, @NotPersonal BigDecimal limit) implements Outcome {

    private static final String TYPE = "PointsInForce";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public PointsInForce {
        Require.notNegative(TYPE, "points", points);
        points = Require.decimal(TYPE, "points", points);
        Require.notNegative(TYPE, "limit", limit);
        limit = Require.decimal(TYPE, "limit", limit);
    }

    @Override
    public String code() {
        return "TOTAL";
    }
}
