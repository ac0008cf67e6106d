package org.riderrules.api.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * One incentive line a rider has earned, before the cap of the period.
 *
 * @param code the incentive, a code of the market's own list
 * @param amount amount, 0 or more, in {@code currency}
 * @param currency the currency
 * @param budgetLine the budget it is paid from
 * @param validFrom first day of the period it is paid for
 * @param validUntil first day after that period
 */
@OwnedBy("incentives")
public record IncentiveEarned(
        @NotPersonal String code,
        BigDecimal amount,
        @NotPersonal Currency currency,
        @NotPersonal String budgetLine,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Outcome {

    private static final String TYPE = "IncentiveEarned";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public IncentiveEarned {
        Require.code(TYPE, "code", code);
        Require.notNegative(TYPE, "amount", amount);
        amount = Require.decimal(TYPE, "amount", amount);
        Require.present(TYPE, "currency", currency);
        Require.code(TYPE, "budgetLine", budgetLine);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }
}
