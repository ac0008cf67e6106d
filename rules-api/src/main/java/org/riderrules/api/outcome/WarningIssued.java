package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.NotPersonal;

/**
 * A warning with a period to correct the behaviour; no points.
 *
 * @param violationId the violation answered
 * @param code the violation's code
 * @param evidence references to the evidence, at least one
 * @param policy the clause of the policy that was violated
 * @param remedy message key: how to put it right
 * @param appealRoute message key: where and how to appeal
 * @param appealBy last day to appeal
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
@OwnedBy("violations")
public record WarningIssued(
        String violationId,
        @NotPersonal String code,
        List<String> evidence,
        @NotPersonal String policy,
        @NotPersonal String remedy,
        @NotPersonal String appealRoute,
        LocalDate appealBy,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Penalty {

    private static final String TYPE = "WarningIssued";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public WarningIssued {
        evidence = Notice.checked(
                TYPE, violationId, code, evidence, policy, remedy, appealRoute, appealBy, validFrom, validUntil);
    }
}
