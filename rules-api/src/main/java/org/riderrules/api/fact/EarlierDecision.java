package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One outcome of an earlier decision that later decisions build on: the tier held, points in force, a warning given.
 *
 * @param reference the host's reference to the decision
 * @param topic the topic it decided
 * @param outcome the outcome's type, for instance {@code TierAssigned} or {@code PointsAssessed}
 * @param code the outcome's code, for instance the tier or the violation's code
 * @param decidedOn when it was decided
 * @param detail what more it said, for instance the tier movement {@code GRACE}; null = not known
 * @param rank the tier's rank, 0 to 100; null = not known
 * @param points points, 0 or more; null = not known
 * @param amount amount, 0 or more, in {@code currency}; null = not known
 * @param currency currency of the amount, given together with it; null = not known
 * @param violationId the violation it answered; null = not known
 * @param validFrom first day it holds; null = not known
 * @param validUntil first day it no longer holds, after {@code validFrom}; null = not known
 */
public record EarlierDecision(
        String reference,
        @NotPersonal Topic topic,
        @NotPersonal String outcome,
        String code,
        LocalDate decidedOn,
        @Nullable String detail,
        @Nullable Integer rank,
        @Nullable BigDecimal points,
        @Nullable BigDecimal amount,
        @Nullable Currency currency,
        @Nullable String violationId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil)
        implements Fact {

    private static final String TYPE = "EarlierDecision";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public EarlierDecision {
        Require.code(TYPE, "reference", reference);
        Require.present(TYPE, "topic", topic);
        Require.code(TYPE, "outcome", outcome);
        Require.code(TYPE, "code", code);
        Require.present(TYPE, "decidedOn", decidedOn);
        if (detail != null) {
            Require.code(TYPE, "detail", detail);
        }
        if (rank != null) {
            Require.range(TYPE, "rank", rank, 0, 100);
        }
        if (points != null) {
            Require.notNegative(TYPE, "points", points);
            points = Require.decimal(TYPE, "points", points);
        }
        if (amount != null) {
            Require.notNegative(TYPE, "amount", amount);
            amount = Require.decimal(TYPE, "amount", amount);
        }
        if (violationId != null) {
            Require.code(TYPE, "violationId", violationId);
        }
        Require.together(TYPE, "currency", currency, "amount", amount);
        if (validFrom != null && validUntil != null) {
            Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
        }
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + reference;
    }

    /** Builds a {@link EarlierDecision}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String reference;
        private @Nullable Topic topic;
        private @Nullable String outcome;
        private @Nullable String code;
        private @Nullable LocalDate decidedOn;
        private @Nullable String detail;
        private @Nullable Integer rank;
        private @Nullable BigDecimal points;
        private @Nullable BigDecimal amount;
        private @Nullable Currency currency;
        private @Nullable String violationId;
        private @Nullable LocalDate validFrom;
        private @Nullable LocalDate validUntil;

        private Builder() {}

        /** Sets the host's reference to the decision. */
        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        /** Sets the topic it decided. */
        public Builder topic(Topic topic) {
            this.topic = topic;
            return this;
        }

        /** Sets the outcome's type, for instance {@code TierAssigned} or {@code PointsAssessed}. */
        public Builder outcome(String outcome) {
            this.outcome = outcome;
            return this;
        }

        /** Sets the outcome's code, for instance the tier or the violation's code. */
        public Builder code(String code) {
            this.code = code;
            return this;
        }

        /** Sets when it was decided. */
        public Builder decidedOn(LocalDate decidedOn) {
            this.decidedOn = decidedOn;
            return this;
        }

        /** Sets what more it said, for instance the tier movement {@code GRACE}; null or not set = not known. */
        public Builder detail(@Nullable String detail) {
            this.detail = detail;
            return this;
        }

        /** Sets the tier's rank, 0 to 100; null or not set = not known. */
        public Builder rank(@Nullable Integer rank) {
            this.rank = rank;
            return this;
        }

        /** Sets points, 0 or more; null or not set = not known. */
        public Builder points(@Nullable BigDecimal points) {
            this.points = points;
            return this;
        }

        /** Sets amount, 0 or more, in {@code currency}; null or not set = not known. */
        public Builder amount(@Nullable BigDecimal amount) {
            this.amount = amount;
            return this;
        }

        /** Sets currency of the amount, given together with it; null or not set = not known. */
        public Builder currency(@Nullable Currency currency) {
            this.currency = currency;
            return this;
        }

        /** Sets the violation it answered; null or not set = not known. */
        public Builder violationId(@Nullable String violationId) {
            this.violationId = violationId;
            return this;
        }

        /** Sets first day it holds; null or not set = not known. */
        public Builder validFrom(@Nullable LocalDate validFrom) {
            this.validFrom = validFrom;
            return this;
        }

        /** Sets first day it no longer holds, after {@code validFrom}; null or not set = not known. */
        public Builder validUntil(@Nullable LocalDate validUntil) {
            this.validUntil = validUntil;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public EarlierDecision build() {
            return new EarlierDecision(
                    Require.present(TYPE, "reference", reference),
                    Require.present(TYPE, "topic", topic),
                    Require.present(TYPE, "outcome", outcome),
                    Require.present(TYPE, "code", code),
                    Require.present(TYPE, "decidedOn", decidedOn),
                    detail,
                    rank,
                    points,
                    amount,
                    currency,
                    violationId,
                    validFrom,
                    validUntil);
        }
    }
}
