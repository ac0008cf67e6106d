package org.riderrules.api.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A deduction from pay, where a market allows one.
 *
 * @param violationId the violation answered
 * @param code the violation's code
 * @param amount amount, 0 or more, in {@code currency}
 * @param currency the currency
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
public record DeductionAssessed(
        String violationId,
        @NotPersonal String code,
        BigDecimal amount,
        @NotPersonal Currency currency,
        int ladderStep,
        List<String> evidence,
        @NotPersonal String policy,
        @NotPersonal String remedy,
        @NotPersonal String appealRoute,
        LocalDate appealBy,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Penalty {

    private static final String TYPE = "DeductionAssessed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public DeductionAssessed {
        evidence = Notice.checked(
                TYPE, violationId, code, evidence, policy, remedy, appealRoute, appealBy, validFrom, validUntil);
        Require.notNegative(TYPE, "amount", amount);
        amount = Require.decimal(TYPE, "amount", amount);
        Require.present(TYPE, "currency", currency);
        Require.range(TYPE, "ladderStep", ladderStep, 1, 1_000);
    }
}
