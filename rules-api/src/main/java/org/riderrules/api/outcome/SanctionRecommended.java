package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A sanction that only a person can decide. The engine recommends; it takes effect through nobody but a person.
 *
 * @param violationId the violation answered
 * @param code the violation's code
 * @param action what is recommended
 * @param evidence references to the evidence, at least one
 * @param policy the clause of the policy that was violated
 * @param remedy message key: how to put it right
 * @param appealRoute message key: where and how to appeal
 * @param appealBy last day to appeal
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
@OwnedBy("violations")
public record SanctionRecommended(
        String violationId,
        @NotPersonal String code,
        @NotPersonal SanctionAction action,
        List<String> evidence,
        @NotPersonal String policy,
        @NotPersonal String remedy,
        @NotPersonal String appealRoute,
        LocalDate appealBy,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Penalty {

    private static final String TYPE = "SanctionRecommended";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public SanctionRecommended {
        evidence = Notice.checked(
                TYPE, violationId, code, evidence, policy, remedy, appealRoute, appealBy, validFrom, validUntil);
        Require.present(TYPE, "action", action);
    }
}
