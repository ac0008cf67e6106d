package org.riderrules.api.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A claim for care: illness, accident, family.
 *
 * @param id the claim
 * @param kind what it is about
 * @param startedOn first day
 * @param endedOn first day after it, not before {@code startedOn}; null = not known
 * @param unfitDays days unfit for work so far, 0 to 3650; null = not known
 * @param certified whether a doctor or authority certified it; null = not known
 */
public record CareClaim(
        String id,
        ClaimKind kind,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable Integer unfitDays,
        @Nullable Boolean certified)
        implements Fact {

    private static final String TYPE = "CareClaim";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public CareClaim {
        Require.code(TYPE, "id", id);
        Require.present(TYPE, "kind", kind);
        Require.present(TYPE, "startedOn", startedOn);
        if (unfitDays != null) {
            Require.range(TYPE, "unfitDays", unfitDays, 0, 3_650);
        }
        Require.notBefore(TYPE, "endedOn", endedOn, "startedOn", startedOn);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + id;
    }

    /** Builds a {@link CareClaim}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable ClaimKind kind;
        private @Nullable LocalDate startedOn;
        private @Nullable LocalDate endedOn;
        private @Nullable Integer unfitDays;
        private @Nullable Boolean certified;

        private Builder() {}

        /** Sets the claim. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets what it is about. */
        public Builder kind(ClaimKind kind) {
            this.kind = kind;
            return this;
        }

        /** Sets first day. */
        public Builder startedOn(LocalDate startedOn) {
            this.startedOn = startedOn;
            return this;
        }

        /** Sets first day after it, not before {@code startedOn}; null or not set = not known. */
        public Builder endedOn(@Nullable LocalDate endedOn) {
            this.endedOn = endedOn;
            return this;
        }

        /** Sets days unfit for work so far, 0 to 3650; null or not set = not known. */
        public Builder unfitDays(@Nullable Integer unfitDays) {
            this.unfitDays = unfitDays;
            return this;
        }

        /** Sets whether a doctor or authority certified it; null or not set = not known. */
        public Builder certified(@Nullable Boolean certified) {
            this.certified = certified;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public CareClaim build() {
            return new CareClaim(
                    Require.present(TYPE, "id", id),
                    Require.present(TYPE, "kind", kind),
                    Require.present(TYPE, "startedOn", startedOn),
                    endedOn,
                    unfitDays,
                    certified);
        }
    }
}
