package org.riderrules.api.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A benefit that a rider is granted.
 *
 * @param code the benefit, a code of the market's own list
 * @param kind what it protects
 * @param amount amount, 0 or more, in {@code currency}; null = none
 * @param currency currency of the amount, given together with it; null = none
 * @param level the level or band, for instance {@code FULL}
 * @param validFrom first day it holds
 * @param validUntil first day it no longer holds, after {@code validFrom}
 */
@OwnedBy("welfare")
public record BenefitGranted(
        @NotPersonal String code,
        @NotPersonal BenefitKind kind,
        @Nullable BigDecimal amount,
        @NotPersonal @Nullable Currency currency,
        @NotPersonal String level,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Outcome {

    private static final String TYPE = "BenefitGranted";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public BenefitGranted {
        Require.code(TYPE, "code", code);
        Require.present(TYPE, "kind", kind);
        if (amount != null) {
            Require.notNegative(TYPE, "amount", amount);
            amount = Require.decimal(TYPE, "amount", amount);
        }
        Require.code(TYPE, "level", level);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "validUntil", validUntil);
        Require.together(TYPE, "currency", currency, "amount", amount);
        Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
    }
}
