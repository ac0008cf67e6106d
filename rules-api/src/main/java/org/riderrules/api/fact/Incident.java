package org.riderrules.api.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * An accident, conflict, injury or harassment.
 *
 * @param id the incident
 * @param kind what happened
 * @param occurredAt when it happened
 * @param noticedAt when the platform first knew, not before it happened; null = not known
 * @param injury the gravest injury; null = not known
 * @param medicalLeaveDays certified days of leave, 0 to 3650; null = not known
 * @param reported whether the authority was told already; null = not known
 */
public record Incident(
        String id,
        IncidentKind kind,
        Instant occurredAt,
        @Nullable Instant noticedAt,
        @Nullable InjuryLevel injury,
        @Nullable Integer medicalLeaveDays,
        @Nullable Boolean reported)
        implements Fact {

    private static final String TYPE = "Incident";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Incident {
        Require.code(TYPE, "id", id);
        Require.present(TYPE, "kind", kind);
        Require.present(TYPE, "occurredAt", occurredAt);
        if (medicalLeaveDays != null) {
            Require.range(TYPE, "medicalLeaveDays", medicalLeaveDays, 0, 3_650);
        }
        Require.notBefore(TYPE, "noticedAt", noticedAt, "occurredAt", occurredAt);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + id;
    }

    /** Builds a {@link Incident}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable IncidentKind kind;
        private @Nullable Instant occurredAt;
        private @Nullable Instant noticedAt;
        private @Nullable InjuryLevel injury;
        private @Nullable Integer medicalLeaveDays;
        private @Nullable Boolean reported;

        private Builder() {}

        /** Sets the incident. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets what happened. */
        public Builder kind(IncidentKind kind) {
            this.kind = kind;
            return this;
        }

        /** Sets when it happened. */
        public Builder occurredAt(Instant occurredAt) {
            this.occurredAt = occurredAt;
            return this;
        }

        /** Sets when the platform first knew, not before it happened; null or not set = not known. */
        public Builder noticedAt(@Nullable Instant noticedAt) {
            this.noticedAt = noticedAt;
            return this;
        }

        /** Sets the gravest injury; null or not set = not known. */
        public Builder injury(@Nullable InjuryLevel injury) {
            this.injury = injury;
            return this;
        }

        /** Sets certified days of leave, 0 to 3650; null or not set = not known. */
        public Builder medicalLeaveDays(@Nullable Integer medicalLeaveDays) {
            this.medicalLeaveDays = medicalLeaveDays;
            return this;
        }

        /** Sets whether the authority was told already; null or not set = not known. */
        public Builder reported(@Nullable Boolean reported) {
            this.reported = reported;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Incident build() {
            return new Incident(
                    Require.present(TYPE, "id", id),
                    Require.present(TYPE, "kind", kind),
                    Require.present(TYPE, "occurredAt", occurredAt),
                    noticedAt,
                    injury,
                    medicalLeaveDays,
                    reported);
        }
    }
}
