package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One calendar month of engagement, for cover and subsidies that depend on contributions or hours.
 *
 * @param month the month
 * @param engagedDays days with at least one order, 0 to 31; null = not known
 * @param engagedHours hours from acceptance to completion, 0 to 744; null = not known
 * @param income income from work, 0 or more, in {@code currency}; null = not known
 * @param currency currency of the income, given together with it; null = not known
 * @param contributed whether social contributions were paid for the month; null = not known
 */
public record Engagement(
        YearMonth month,
        @Nullable Integer engagedDays,
        @Nullable BigDecimal engagedHours,
        @Nullable BigDecimal income,
        @Nullable Currency currency,
        @Nullable Boolean contributed)
        implements Fact {

    private static final String TYPE = "Engagement";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Engagement {
        Require.present(TYPE, "month", month);
        if (engagedDays != null) {
            Require.range(TYPE, "engagedDays", engagedDays, 0, 31);
        }
        if (engagedHours != null) {
            Require.range(TYPE, "engagedHours", engagedHours, BigDecimal.ZERO, BigDecimal.valueOf(744));
            engagedHours = Require.decimal(TYPE, "engagedHours", engagedHours);
        }
        if (income != null) {
            Require.notNegative(TYPE, "income", income);
            income = Require.decimal(TYPE, "income", income);
        }
        Require.together(TYPE, "currency", currency, "income", income);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + month;
    }

    /** Builds a {@link Engagement}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable YearMonth month;
        private @Nullable Integer engagedDays;
        private @Nullable BigDecimal engagedHours;
        private @Nullable BigDecimal income;
        private @Nullable Currency currency;
        private @Nullable Boolean contributed;

        private Builder() {}

        /** Sets the month. */
        public Builder month(YearMonth month) {
            this.month = month;
            return this;
        }

        /** Sets days with at least one order, 0 to 31; null or not set = not known. */
        public Builder engagedDays(@Nullable Integer engagedDays) {
            this.engagedDays = engagedDays;
            return this;
        }

        /** Sets hours from acceptance to completion, 0 to 744; null or not set = not known. */
        public Builder engagedHours(@Nullable BigDecimal engagedHours) {
            this.engagedHours = engagedHours;
            return this;
        }

        /** Sets income from work, 0 or more, in {@code currency}; null or not set = not known. */
        public Builder income(@Nullable BigDecimal income) {
            this.income = income;
            return this;
        }

        /** Sets currency of the income, given together with it; null or not set = not known. */
        public Builder currency(@Nullable Currency currency) {
            this.currency = currency;
            return this;
        }

        /** Sets whether social contributions were paid for the month; null or not set = not known. */
        public Builder contributed(@Nullable Boolean contributed) {
            this.contributed = contributed;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Engagement build() {
            return new Engagement(
                    Require.present(TYPE, "month", month), engagedDays, engagedHours, income, currency, contributed);
        }
    }
}
