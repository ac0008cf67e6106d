package org.riderrules.api.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One delivery with its timeline. Aggregates and events only: no coordinates, no traces.
 *
 * @param orderId the order
 * @param ending how it ended
 * @param scenario where or when it took place, for instance {@code PEAK} or {@code OFFICE_BUILDING}; null = not known
 * @param promisedAt when it was promised to arrive; null = not known
 * @param acceptedAt when the rider accepted it; null = not known
 * @param arrivedAtMerchantAt when the rider reached the merchant; null = not known
 * @param readyAt when the merchant had it ready; null = not known
 * @param pickedUpAt when the rider picked it up; null = not known
 * @param deliveredAt when it was handed over; null = not known
 * @param transferredAt when it was transferred to this rider from another; null = not known
 * @param contactAttempts attempts to reach the customer, 0 to 100; null = not known
 * @param customerReached whether the customer was reached; null = not known
 * @param batchSize orders carried together, 1 to 50; null = not known
 * @param platformOutage whether the platform was down during the delivery; null = not known
 * @param weatherLevel the weather warning in force; null = not known
 * @param distanceMeters distance in metres, 0 to 1000000; null = not known
 */
public record Delivery(
        String orderId,
        DeliveryEnding ending,
        @Nullable String scenario,
        @Nullable Instant promisedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant arrivedAtMerchantAt,
        @Nullable Instant readyAt,
        @Nullable Instant pickedUpAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant transferredAt,
        @Nullable Integer contactAttempts,
        @Nullable Boolean customerReached,
        @Nullable Integer batchSize,
        @Nullable Boolean platformOutage,
        @Nullable WeatherLevel weatherLevel,
        @Nullable Integer distanceMeters)
        implements Fact {

    private static final String TYPE = "Delivery";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Delivery {
        Require.code(TYPE, "orderId", orderId);
        Require.present(TYPE, "ending", ending);
        if (scenario != null) {
            Require.code(TYPE, "scenario", scenario);
        }
        if (contactAttempts != null) {
            Require.range(TYPE, "contactAttempts", contactAttempts, 0, 100);
        }
        if (batchSize != null) {
            Require.range(TYPE, "batchSize", batchSize, 1, 50);
        }
        if (distanceMeters != null) {
            Require.range(TYPE, "distanceMeters", distanceMeters, 0, 1_000_000);
        }
        Require.notBefore(TYPE, "arrivedAtMerchantAt", arrivedAtMerchantAt, "acceptedAt", acceptedAt);
        Require.notBefore(TYPE, "pickedUpAt", pickedUpAt, "acceptedAt", acceptedAt);
        Require.notBefore(TYPE, "pickedUpAt", pickedUpAt, "arrivedAtMerchantAt", arrivedAtMerchantAt);
        Require.notBefore(TYPE, "deliveredAt", deliveredAt, "pickedUpAt", pickedUpAt);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + orderId;
    }

    /** Builds a {@link Delivery}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String orderId;
        private @Nullable DeliveryEnding ending;
        private @Nullable String scenario;
        private @Nullable Instant promisedAt;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant arrivedAtMerchantAt;
        private @Nullable Instant readyAt;
        private @Nullable Instant pickedUpAt;
        private @Nullable Instant deliveredAt;
        private @Nullable Instant transferredAt;
        private @Nullable Integer contactAttempts;
        private @Nullable Boolean customerReached;
        private @Nullable Integer batchSize;
        private @Nullable Boolean platformOutage;
        private @Nullable WeatherLevel weatherLevel;
        private @Nullable Integer distanceMeters;

        private Builder() {}

        /** Sets the order. */
        public Builder orderId(String orderId) {
            this.orderId = orderId;
            return this;
        }

        /** Sets how it ended. */
        public Builder ending(DeliveryEnding ending) {
            this.ending = ending;
            return this;
        }

        /** Sets where or when it took place, for instance {@code PEAK} or {@code OFFICE_BUILDING}; null or not set = not known. */
        public Builder scenario(@Nullable String scenario) {
            this.scenario = scenario;
            return this;
        }

        /** Sets when it was promised to arrive; null or not set = not known. */
        public Builder promisedAt(@Nullable Instant promisedAt) {
            this.promisedAt = promisedAt;
            return this;
        }

        /** Sets when the rider accepted it; null or not set = not known. */
        public Builder acceptedAt(@Nullable Instant acceptedAt) {
            this.acceptedAt = acceptedAt;
            return this;
        }

        /** Sets when the rider reached the merchant; null or not set = not known. */
        public Builder arrivedAtMerchantAt(@Nullable Instant arrivedAtMerchantAt) {
            this.arrivedAtMerchantAt = arrivedAtMerchantAt;
            return this;
        }

        /** Sets when the merchant had it ready; null or not set = not known. */
        public Builder readyAt(@Nullable Instant readyAt) {
            this.readyAt = readyAt;
            return this;
        }

        /** Sets when the rider picked it up; null or not set = not known. */
        public Builder pickedUpAt(@Nullable Instant pickedUpAt) {
            this.pickedUpAt = pickedUpAt;
            return this;
        }

        /** Sets when it was handed over; null or not set = not known. */
        public Builder deliveredAt(@Nullable Instant deliveredAt) {
            this.deliveredAt = deliveredAt;
            return this;
        }

        /** Sets when it was transferred to this rider from another; null or not set = not known. */
        public Builder transferredAt(@Nullable Instant transferredAt) {
            this.transferredAt = transferredAt;
            return this;
        }

        /** Sets attempts to reach the customer, 0 to 100; null or not set = not known. */
        public Builder contactAttempts(@Nullable Integer contactAttempts) {
            this.contactAttempts = contactAttempts;
            return this;
        }

        /** Sets whether the customer was reached; null or not set = not known. */
        public Builder customerReached(@Nullable Boolean customerReached) {
            this.customerReached = customerReached;
            return this;
        }

        /** Sets orders carried together, 1 to 50; null or not set = not known. */
        public Builder batchSize(@Nullable Integer batchSize) {
            this.batchSize = batchSize;
            return this;
        }

        /** Sets whether the platform was down during the delivery; null or not set = not known. */
        public Builder platformOutage(@Nullable Boolean platformOutage) {
            this.platformOutage = platformOutage;
            return this;
        }

        /** Sets the weather warning in force; null or not set = not known. */
        public Builder weatherLevel(@Nullable WeatherLevel weatherLevel) {
            this.weatherLevel = weatherLevel;
            return this;
        }

        /** Sets distance in metres, 0 to 1000000; null or not set = not known. */
        public Builder distanceMeters(@Nullable Integer distanceMeters) {
            this.distanceMeters = distanceMeters;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Delivery build() {
            return new Delivery(
                    Require.present(TYPE, "orderId", orderId),
                    Require.present(TYPE, "ending", ending),
                    scenario,
                    promisedAt,
                    acceptedAt,
                    arrivedAtMerchantAt,
                    readyAt,
                    pickedUpAt,
                    deliveredAt,
                    transferredAt,
                    contactAttempts,
                    customerReached,
                    batchSize,
                    platformOutage,
                    weatherLevel,
                    distanceMeters);
        }
    }
}
