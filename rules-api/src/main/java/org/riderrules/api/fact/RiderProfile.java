package org.riderrules.api.fact;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * What a host knows about the rider that may decide. There is no place here for protected attributes, sentiment or
 * behaviour off work.
 *
 * @param joinedOn first day of work for the platform; null = not known
 * @param partnerId the third-party fleet or station the rider works through; null = not known
 * @param dependants people the rider provides for, 0 to 30; null = not known
 * @param birthday day and month of birth, without the year, for care on the day; null = not known
 */
public record RiderProfile(
        @Nullable LocalDate joinedOn,
        @Nullable String partnerId,
        @Nullable Integer dependants,
        @Nullable MonthDay birthday)
        implements Fact {

    private static final String TYPE = "RiderProfile";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public RiderProfile {
        if (partnerId != null) {
            Require.code(TYPE, "partnerId", partnerId);
        }
        if (dependants != null) {
            Require.range(TYPE, "dependants", dependants, 0, 30);
        }
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE;
    }

    /** Builds a {@link RiderProfile}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable LocalDate joinedOn;
        private @Nullable String partnerId;
        private @Nullable Integer dependants;
        private @Nullable MonthDay birthday;

        private Builder() {}

        /** Sets first day of work for the platform; null or not set = not known. */
        public Builder joinedOn(@Nullable LocalDate joinedOn) {
            this.joinedOn = joinedOn;
            return this;
        }

        /** Sets the third-party fleet or station the rider works through; null or not set = not known. */
        public Builder partnerId(@Nullable String partnerId) {
            this.partnerId = partnerId;
            return this;
        }

        /** Sets people the rider provides for, 0 to 30; null or not set = not known. */
        public Builder dependants(@Nullable Integer dependants) {
            this.dependants = dependants;
            return this;
        }

        /** Sets day and month of birth, without the year, for care on the day; null or not set = not known. */
        public Builder birthday(@Nullable MonthDay birthday) {
            this.birthday = birthday;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public RiderProfile build() {
            return new RiderProfile(joinedOn, partnerId, dependants, birthday);
        }
    }
}
