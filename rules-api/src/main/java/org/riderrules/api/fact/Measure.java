package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A market's own number, so that a new KPI needs no new Java.
 *
 * @param name which number, a name of the market's own list
 * @param value the number
 * @param unit its unit, for instance {@code points} or {@code km}; null = not known
 * @param day the day it was measured; null = not known
 */
public record Measure(
        @NotPersonal String name,
        BigDecimal value,
        @NotPersonal @Nullable String unit,
        @Nullable LocalDate day) implements Fact {

    private static final String TYPE = "Measure";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Measure {
        Require.code(TYPE, "name", name);
        value = Require.decimal(TYPE, "value", value);
        if (unit != null) {
            Require.text(TYPE, "unit", unit);
        }
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + name + (day == null ? "" : " " + day);
    }

    /** Builds a {@link Measure}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable BigDecimal value;
        private @Nullable String unit;
        private @Nullable LocalDate day;

        private Builder() {}

        /** Sets which number, a name of the market's own list. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets the number. */
        public Builder value(BigDecimal value) {
            this.value = value;
            return this;
        }

        /** Sets its unit, for instance {@code points} or {@code km}; null or not set = not known. */
        public Builder unit(@Nullable String unit) {
            this.unit = unit;
            return this;
        }

        /** Sets the day it was measured; null or not set = not known. */
        public Builder day(@Nullable LocalDate day) {
            this.day = day;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Measure build() {
            return new Measure(Require.present(TYPE, "name", name), Require.present(TYPE, "value", value), unit, day);
        }
    }
}
