package org.riderrules.api.fact;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One day of work, in totals.
 *
 * @param day the day
 * @param worked time on the road, PT0S to PT24H; null = not known
 * @param longestStretch longest time without a break of 20 minutes, PT0S to PT24H; null = not known
 * @param completedOrders orders completed, 0 to 1000; null = not known
 * @param onTimeOrders orders on time, 0 to 1000; null = not known
 * @param peakOrders orders completed in peak hours, 0 to 1000; null = not known
 * @param safetyEvents safety events such as speeding or riding without helmet, 0 to 1000; null = not known
 */
public record WorkLog(
        LocalDate day,
        @Nullable Duration worked,
        @Nullable Duration longestStretch,
        @Nullable Integer completedOrders,
        @Nullable Integer onTimeOrders,
        @Nullable Integer peakOrders,
        @Nullable Integer safetyEvents)
        implements Fact {

    private static final String TYPE = "WorkLog";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public WorkLog {
        Require.present(TYPE, "day", day);
        if (worked != null) {
            Require.upTo(TYPE, "worked", worked, Duration.ofHours(24));
        }
        if (longestStretch != null) {
            Require.upTo(TYPE, "longestStretch", longestStretch, Duration.ofHours(24));
        }
        if (completedOrders != null) {
            Require.range(TYPE, "completedOrders", completedOrders, 0, 1_000);
        }
        if (onTimeOrders != null) {
            Require.range(TYPE, "onTimeOrders", onTimeOrders, 0, 1_000);
        }
        if (peakOrders != null) {
            Require.range(TYPE, "peakOrders", peakOrders, 0, 1_000);
        }
        if (safetyEvents != null) {
            Require.range(TYPE, "safetyEvents", safetyEvents, 0, 1_000);
        }
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + day;
    }

    /** Builds a {@link WorkLog}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable LocalDate day;
        private @Nullable Duration worked;
        private @Nullable Duration longestStretch;
        private @Nullable Integer completedOrders;
        private @Nullable Integer onTimeOrders;
        private @Nullable Integer peakOrders;
        private @Nullable Integer safetyEvents;

        private Builder() {}

        /** Sets the day. */
        public Builder day(LocalDate day) {
            this.day = day;
            return this;
        }

        /** Sets time on the road, PT0S to PT24H; null or not set = not known. */
        public Builder worked(@Nullable Duration worked) {
            this.worked = worked;
            return this;
        }

        /** Sets longest time without a break of 20 minutes, PT0S to PT24H; null or not set = not known. */
        public Builder longestStretch(@Nullable Duration longestStretch) {
            this.longestStretch = longestStretch;
            return this;
        }

        /** Sets orders completed, 0 to 1000; null or not set = not known. */
        public Builder completedOrders(@Nullable Integer completedOrders) {
            this.completedOrders = completedOrders;
            return this;
        }

        /** Sets orders on time, 0 to 1000; null or not set = not known. */
        public Builder onTimeOrders(@Nullable Integer onTimeOrders) {
            this.onTimeOrders = onTimeOrders;
            return this;
        }

        /** Sets orders completed in peak hours, 0 to 1000; null or not set = not known. */
        public Builder peakOrders(@Nullable Integer peakOrders) {
            this.peakOrders = peakOrders;
            return this;
        }

        /** Sets safety events such as speeding or riding without helmet, 0 to 1000; null or not set = not known. */
        public Builder safetyEvents(@Nullable Integer safetyEvents) {
            this.safetyEvents = safetyEvents;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public WorkLog build() {
            return new WorkLog(
                    Require.present(TYPE, "day", day),
                    worked,
                    longestStretch,
                    completedOrders,
                    onTimeOrders,
                    peakOrders,
                    safetyEvents);
        }
    }
}
