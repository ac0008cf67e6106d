package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * The weather of one day where the rider works.
 *
 * @param day the day
 * @param maxTemperature highest temperature in degrees Celsius, -60 to 60; null = not known
 * @param level the highest weather warning of the day; null = not known
 */
public record WeatherDay(
        LocalDate day,
        @Nullable BigDecimal maxTemperature,
        @Nullable WeatherLevel level) implements Fact {

    private static final String TYPE = "WeatherDay";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public WeatherDay {
        Require.present(TYPE, "day", day);
        if (maxTemperature != null) {
            Require.range(TYPE, "maxTemperature", maxTemperature, BigDecimal.valueOf(-60), BigDecimal.valueOf(60));
            maxTemperature = Require.decimal(TYPE, "maxTemperature", maxTemperature);
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

    /** Builds a {@link WeatherDay}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable LocalDate day;
        private @Nullable BigDecimal maxTemperature;
        private @Nullable WeatherLevel level;

        private Builder() {}

        /** Sets the day. */
        public Builder day(LocalDate day) {
            this.day = day;
            return this;
        }

        /** Sets highest temperature in degrees Celsius, -60 to 60; null or not set = not known. */
        public Builder maxTemperature(@Nullable BigDecimal maxTemperature) {
            this.maxTemperature = maxTemperature;
            return this;
        }

        /** Sets the highest weather warning of the day; null or not set = not known. */
        public Builder level(@Nullable WeatherLevel level) {
            this.level = level;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public WeatherDay build() {
            return new WeatherDay(Require.present(TYPE, "day", day), maxTemperature, level);
        }
    }
}
