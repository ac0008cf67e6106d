package org.riderrules.api.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One on-site inspection; its items are {@link InspectionItem} facts.
 *
 * @param id the inspection
 * @param inspectedOn when
 * @param inspector who inspected; null = not known
 * @param place where, in words; null = not known
 */
public record Inspection(
        String id,
        LocalDate inspectedOn,
        @Nullable String inspector,
        @Nullable String place) implements Fact {

    private static final String TYPE = "Inspection";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Inspection {
        Require.code(TYPE, "id", id);
        Require.present(TYPE, "inspectedOn", inspectedOn);
        if (inspector != null) {
            Require.code(TYPE, "inspector", inspector);
        }
        if (place != null) {
            Require.text(TYPE, "place", place);
        }
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + id;
    }

    /** Builds a {@link Inspection}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable LocalDate inspectedOn;
        private @Nullable String inspector;
        private @Nullable String place;

        private Builder() {}

        /** Sets the inspection. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets when. */
        public Builder inspectedOn(LocalDate inspectedOn) {
            this.inspectedOn = inspectedOn;
            return this;
        }

        /** Sets who inspected; null or not set = not known. */
        public Builder inspector(@Nullable String inspector) {
            this.inspector = inspector;
            return this;
        }

        /** Sets where, in words; null or not set = not known. */
        public Builder place(@Nullable String place) {
            this.place = place;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Inspection build() {
            return new Inspection(
                    Require.present(TYPE, "id", id),
                    Require.present(TYPE, "inspectedOn", inspectedOn),
                    inspector,
                    place);
        }
    }
}
