package org.riderrules.api.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * Points for a violation; they expire on {@code validUntil}.
 *
 * @param violationId the violation answered
 * @param code the violation's code
 * @param points points, more than 0
 * @param ladderStep which time it is within the look-back window, 1 to 1000, 1 = first
 * @param evidence references to the evidence, at least one
 * @param policy the clause of the policy that was violated
 * @param remedy message key: how to put it right
 * @param appealRoute message key: where and how to appeal
 * @param appealBy last day to appeal
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
@OwnedBy("violations")
public record PointsAssessed(
        String violationId,
        @NotPersonal String code,
        BigDecimal points,
        int ladderStep,
        List<String> evidence,
        @NotPersonal String policy,
        @NotPersonal String remedy,
        @NotPersonal String appealRoute,
        LocalDate appealBy,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Penalty {

    private static final String TYPE = "PointsAssessed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public PointsAssessed {
        evidence = Notice.checked(
                TYPE, violationId, code, evidence, policy, remedy, appealRoute, appealBy, validFrom, validUntil);
        Require.positive(TYPE, "points", points);
        points = Require.decimal(TYPE, "points", points);
        Require.range(TYPE, "ladderStep", ladderStep, 1, 1_000);
    }
}
