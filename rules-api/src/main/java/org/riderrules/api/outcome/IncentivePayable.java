package org.riderrules.api.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * What is paid for the period: the earned lines together, at most the cap.
 *
 * @param amount amount paid, 0 or more, at most {@code earned} and {@code cap}
 * @param earned sum of the earned lines, 0 or more
 * @param cap cap of the period, 0 or more
 * @param currency the currency
 * @param validFrom first day of the period
 * @param validUntil first day after the period
 */
@OwnedBy("incentives")
public record IncentivePayable(
        BigDecimal amount,
        BigDecimal earned,
        @NotPersonal BigDecimal cap,
        @NotPersonal Currency currency,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Outcome {

    private static final String TYPE = "IncentivePayable";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public IncentivePayable {
        Require.notNegative(TYPE, "amount", amount);
        amount = Require.decimal(TYPE, "amount", amount);
        Require.notNegative(TYPE, "earned", earned);
        earned = Require.decimal(TYPE, "earned", earned);
        Require.notNegative(TYPE, "cap", cap);
        cap = Require.decimal(TYPE, "cap", cap);
        Require.present(TYPE, "currency", currency);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        if (amount.compareTo(earned) > 0 || amount.compareTo(cap) > 0) {
            throw new InvalidValueException(
                    TYPE, "amount", amount.toPlainString(), "at most earned " + earned + " and cap " + cap);
        }
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }

    @Override
    public String code() {
        return "TOTAL";
    }
}
