package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

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
        String code,
        SanctionAction action,
        List<String> evidence,
        String policy,
        String remedy,
        String appealRoute,
        LocalDate appealBy,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Penalty {

    private static final String TYPE = "SanctionRecommended";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public SanctionRecommended {
        Require.code(TYPE, "violationId", violationId);
        Require.code(TYPE, "code", code);
        Require.present(TYPE, "action", action);
        evidence = Require.texts(TYPE, "evidence", evidence);
        Require.text(TYPE, "policy", policy);
        Require.code(TYPE, "remedy", remedy);
        Require.code(TYPE, "appealRoute", appealRoute);
        Require.present(TYPE, "appealBy", appealBy);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        Penalty.requireEvidence(TYPE, evidence);
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }
}
