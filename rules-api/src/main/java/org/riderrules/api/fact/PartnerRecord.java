package org.riderrules.api.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * Aggregated figures of a third-party fleet or station over one period.
 *
 * @param partnerId the partner
 * @param periodFrom first day of the period
 * @param periodUntil first day after the period, later than {@code periodFrom}
 * @param riders riders at work, 0 to 1000000; null = not known
 * @param completedOrders orders completed, 0 to 100000000; null = not known
 * @param onTimeRate orders on time, of the completed ones; null = not known
 * @param complaintRate orders with a complaint, of the completed ones; null = not known
 * @param safetyIncidentRate orders with a safety incident, of the completed ones; null = not known
 * @param equipmentComplianceRate equipment checks passed, of those made; null = not known
 * @param failedCorrections correction orders not fulfilled, 0 to 1000; null = not known
 */
public record PartnerRecord(
        String partnerId,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable Integer riders,
        @Nullable Integer completedOrders,
        @Nullable Rate onTimeRate,
        @Nullable Rate complaintRate,
        @Nullable Rate safetyIncidentRate,
        @Nullable Rate equipmentComplianceRate,
        @Nullable Integer failedCorrections)
        implements Fact {

    private static final String TYPE = "PartnerRecord";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public PartnerRecord {
        Require.code(TYPE, "partnerId", partnerId);
        Require.present(TYPE, "periodFrom", periodFrom);
        Require.present(TYPE, "periodUntil", periodUntil);
        if (riders != null) {
            Require.range(TYPE, "riders", riders, 0, 1_000_000);
        }
        if (completedOrders != null) {
            Require.range(TYPE, "completedOrders", completedOrders, 0, 100_000_000);
        }
        if (failedCorrections != null) {
            Require.range(TYPE, "failedCorrections", failedCorrections, 0, 1_000);
        }
        Require.after(TYPE, "periodUntil", periodUntil, "periodFrom", periodFrom);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + partnerId + " " + periodFrom + "/" + periodUntil;
    }

    /** Builds a {@link PartnerRecord}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String partnerId;
        private @Nullable LocalDate periodFrom;
        private @Nullable LocalDate periodUntil;
        private @Nullable Integer riders;
        private @Nullable Integer completedOrders;
        private @Nullable Rate onTimeRate;
        private @Nullable Rate complaintRate;
        private @Nullable Rate safetyIncidentRate;
        private @Nullable Rate equipmentComplianceRate;
        private @Nullable Integer failedCorrections;

        private Builder() {}

        /** Sets the partner. */
        public Builder partnerId(String partnerId) {
            this.partnerId = partnerId;
            return this;
        }

        /** Sets first day of the period. */
        public Builder periodFrom(LocalDate periodFrom) {
            this.periodFrom = periodFrom;
            return this;
        }

        /** Sets first day after the period, later than {@code periodFrom}. */
        public Builder periodUntil(LocalDate periodUntil) {
            this.periodUntil = periodUntil;
            return this;
        }

        /** Sets riders at work, 0 to 1000000; null or not set = not known. */
        public Builder riders(@Nullable Integer riders) {
            this.riders = riders;
            return this;
        }

        /** Sets orders completed, 0 to 100000000; null or not set = not known. */
        public Builder completedOrders(@Nullable Integer completedOrders) {
            this.completedOrders = completedOrders;
            return this;
        }

        /** Sets orders on time, of the completed ones; null or not set = not known. */
        public Builder onTimeRate(@Nullable Rate onTimeRate) {
            this.onTimeRate = onTimeRate;
            return this;
        }

        /** Sets orders with a complaint, of the completed ones; null or not set = not known. */
        public Builder complaintRate(@Nullable Rate complaintRate) {
            this.complaintRate = complaintRate;
            return this;
        }

        /** Sets orders with a safety incident, of the completed ones; null or not set = not known. */
        public Builder safetyIncidentRate(@Nullable Rate safetyIncidentRate) {
            this.safetyIncidentRate = safetyIncidentRate;
            return this;
        }

        /** Sets equipment checks passed, of those made; null or not set = not known. */
        public Builder equipmentComplianceRate(@Nullable Rate equipmentComplianceRate) {
            this.equipmentComplianceRate = equipmentComplianceRate;
            return this;
        }

        /** Sets correction orders not fulfilled, 0 to 1000; null or not set = not known. */
        public Builder failedCorrections(@Nullable Integer failedCorrections) {
            this.failedCorrections = failedCorrections;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public PartnerRecord build() {
            return new PartnerRecord(
                    Require.present(TYPE, "partnerId", partnerId),
                    Require.present(TYPE, "periodFrom", periodFrom),
                    Require.present(TYPE, "periodUntil", periodUntil),
                    riders,
                    completedOrders,
                    onTimeRate,
                    complaintRate,
                    safetyIncidentRate,
                    equipmentComplianceRate,
                    failedCorrections);
        }
    }
}
