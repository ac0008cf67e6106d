package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * Key performance indicators of one period. A KPI that the host does not know is left out: missing is never zero.
 *
 * @param periodFrom first day of the period
 * @param periodUntil first day after the period, later than {@code periodFrom}
 * @param completedOrders orders completed, 0 to 1000000; null = not known
 * @param activeDays days with at least one order, 0 to 400; null = not known
 * @param onTimeRate orders on time, of the completed ones; null = not known
 * @param overtimeRate orders badly late (over the overtime limit of the market), of the completed ones; null = not known
 * @param complaintRate orders with a customer complaint, of the completed ones; null = not known
 * @param satisfactionRate positive ratings, of those given; null = not known
 * @param customerRating mean customer rating, 0 to 5 stars; null = not known
 * @param completionRate pushed orders completed, of those accepted; null = not known
 * @param refusalRate orders declined by the rider, of those offered; lapsed offers are not declined ones; null = not known
 * @param lapsedRate offers that lapsed unanswered, of those offered; null = not known
 * @param equipmentComplianceRate equipment checks passed, of those made; null = not known
 * @param safetyIncidentRate orders with a safety incident, of the completed ones; null = not known
 * @param peakOrders orders completed in peak hours, 0 to 1000000; null = not known
 * @param implausibleArrivalRate arrivals at an implausible speed, of the completed orders: a sign to review, not to punish; null = not known
 */
public record PerformanceWindow(
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable Integer completedOrders,
        @Nullable Integer activeDays,
        @Nullable Rate onTimeRate,
        @Nullable Rate overtimeRate,
        @Nullable Rate complaintRate,
        @Nullable Rate satisfactionRate,
        @Nullable BigDecimal customerRating,
        @Nullable Rate completionRate,
        @Nullable Rate refusalRate,
        @Nullable Rate lapsedRate,
        @Nullable Rate equipmentComplianceRate,
        @Nullable Rate safetyIncidentRate,
        @Nullable Integer peakOrders,
        @Nullable Rate implausibleArrivalRate)
        implements Fact {

    private static final String TYPE = "PerformanceWindow";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public PerformanceWindow {
        Require.present(TYPE, "periodFrom", periodFrom);
        Require.present(TYPE, "periodUntil", periodUntil);
        if (completedOrders != null) {
            Require.range(TYPE, "completedOrders", completedOrders, 0, 1_000_000);
        }
        if (activeDays != null) {
            Require.range(TYPE, "activeDays", activeDays, 0, 400);
        }
        if (customerRating != null) {
            Require.range(TYPE, "customerRating", customerRating, BigDecimal.ZERO, BigDecimal.valueOf(5));
            customerRating = Require.decimal(TYPE, "customerRating", customerRating);
        }
        if (peakOrders != null) {
            Require.range(TYPE, "peakOrders", peakOrders, 0, 1_000_000);
        }
        Require.after(TYPE, "periodUntil", periodUntil, "periodFrom", periodFrom);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + periodFrom + "/" + periodUntil;
    }

    /** Builds a {@link PerformanceWindow}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable LocalDate periodFrom;
        private @Nullable LocalDate periodUntil;
        private @Nullable Integer completedOrders;
        private @Nullable Integer activeDays;
        private @Nullable Rate onTimeRate;
        private @Nullable Rate overtimeRate;
        private @Nullable Rate complaintRate;
        private @Nullable Rate satisfactionRate;
        private @Nullable BigDecimal customerRating;
        private @Nullable Rate completionRate;
        private @Nullable Rate refusalRate;
        private @Nullable Rate lapsedRate;
        private @Nullable Rate equipmentComplianceRate;
        private @Nullable Rate safetyIncidentRate;
        private @Nullable Integer peakOrders;
        private @Nullable Rate implausibleArrivalRate;

        private Builder() {}

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

        /** Sets orders completed, 0 to 1000000; null or not set = not known. */
        public Builder completedOrders(@Nullable Integer completedOrders) {
            this.completedOrders = completedOrders;
            return this;
        }

        /** Sets days with at least one order, 0 to 400; null or not set = not known. */
        public Builder activeDays(@Nullable Integer activeDays) {
            this.activeDays = activeDays;
            return this;
        }

        /** Sets orders on time, of the completed ones; null or not set = not known. */
        public Builder onTimeRate(@Nullable Rate onTimeRate) {
            this.onTimeRate = onTimeRate;
            return this;
        }

        /** Sets orders badly late (over the overtime limit of the market), of the completed ones; null or not set = not known. */
        public Builder overtimeRate(@Nullable Rate overtimeRate) {
            this.overtimeRate = overtimeRate;
            return this;
        }

        /** Sets orders with a customer complaint, of the completed ones; null or not set = not known. */
        public Builder complaintRate(@Nullable Rate complaintRate) {
            this.complaintRate = complaintRate;
            return this;
        }

        /** Sets positive ratings, of those given; null or not set = not known. */
        public Builder satisfactionRate(@Nullable Rate satisfactionRate) {
            this.satisfactionRate = satisfactionRate;
            return this;
        }

        /** Sets mean customer rating, 0 to 5 stars; null or not set = not known. */
        public Builder customerRating(@Nullable BigDecimal customerRating) {
            this.customerRating = customerRating;
            return this;
        }

        /** Sets pushed orders completed, of those accepted; null or not set = not known. */
        public Builder completionRate(@Nullable Rate completionRate) {
            this.completionRate = completionRate;
            return this;
        }

        /** Sets orders declined by the rider, of those offered; lapsed offers are not declined ones; null or not set = not known. */
        public Builder refusalRate(@Nullable Rate refusalRate) {
            this.refusalRate = refusalRate;
            return this;
        }

        /** Sets offers that lapsed unanswered, of those offered; null or not set = not known. */
        public Builder lapsedRate(@Nullable Rate lapsedRate) {
            this.lapsedRate = lapsedRate;
            return this;
        }

        /** Sets equipment checks passed, of those made; null or not set = not known. */
        public Builder equipmentComplianceRate(@Nullable Rate equipmentComplianceRate) {
            this.equipmentComplianceRate = equipmentComplianceRate;
            return this;
        }

        /** Sets orders with a safety incident, of the completed ones; null or not set = not known. */
        public Builder safetyIncidentRate(@Nullable Rate safetyIncidentRate) {
            this.safetyIncidentRate = safetyIncidentRate;
            return this;
        }

        /** Sets orders completed in peak hours, 0 to 1000000; null or not set = not known. */
        public Builder peakOrders(@Nullable Integer peakOrders) {
            this.peakOrders = peakOrders;
            return this;
        }

        /** Sets arrivals at an implausible speed, of the completed orders: a sign to review, not to punish; null or not set = not known. */
        public Builder implausibleArrivalRate(@Nullable Rate implausibleArrivalRate) {
            this.implausibleArrivalRate = implausibleArrivalRate;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public PerformanceWindow build() {
            return new PerformanceWindow(
                    Require.present(TYPE, "periodFrom", periodFrom),
                    Require.present(TYPE, "periodUntil", periodUntil),
                    completedOrders,
                    activeDays,
                    onTimeRate,
                    overtimeRate,
                    complaintRate,
                    satisfactionRate,
                    customerRating,
                    completionRate,
                    refusalRate,
                    lapsedRate,
                    equipmentComplianceRate,
                    safetyIncidentRate,
                    peakOrders,
                    implausibleArrivalRate);
        }
    }
}
