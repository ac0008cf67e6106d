package org.riderrules.api.fact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A violation that was reported, or that was judged earlier and is history now.
 *
 * @param id the violation
 * @param code what was violated, a code of the market's own code table
 * @param occurredOn when it happened
 * @param status where it stands
 * @param reportedOn when it was reported, not before it happened; null = not known
 * @param severity the severity class the reporter gave; a pack's own code table takes precedence; null = not known
 * @param orderId the order concerned; null = not known
 * @param minutesLate minutes late, for a late delivery, 0 to 100000; null = not known
 * @param evidence references to the evidence, possibly none
 */
public record Violation(
        String id,
        @NotPersonal String code,
        LocalDate occurredOn,
        @NotPersonal ViolationStatus status,
        @Nullable LocalDate reportedOn,
        @Nullable ViolationSeverity severity,
        @Nullable String orderId,
        @Nullable Integer minutesLate,
        List<String> evidence)
        implements Fact {

    private static final String TYPE = "Violation";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Violation {
        Require.code(TYPE, "id", id);
        Require.code(TYPE, "code", code);
        Require.present(TYPE, "occurredOn", occurredOn);
        Require.present(TYPE, "status", status);
        if (orderId != null) {
            Require.code(TYPE, "orderId", orderId);
        }
        if (minutesLate != null) {
            Require.range(TYPE, "minutesLate", minutesLate, 0, 100_000);
        }
        evidence = Require.texts(TYPE, "evidence", evidence);
        Require.notBefore(TYPE, "reportedOn", reportedOn, "occurredOn", occurredOn);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + id;
    }

    /** How many references to evidence there are. */
    public int evidenceCount() {
        return evidence.size();
    }

    /** Builds a {@link Violation}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String code;
        private @Nullable LocalDate occurredOn;
        private @Nullable ViolationStatus status;
        private @Nullable LocalDate reportedOn;
        private @Nullable ViolationSeverity severity;
        private @Nullable String orderId;
        private @Nullable Integer minutesLate;
        private List<String> evidence = List.of();

        private Builder() {}

        /** Sets the violation. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets what was violated, a code of the market's own code table. */
        public Builder code(String code) {
            this.code = code;
            return this;
        }

        /** Sets when it happened. */
        public Builder occurredOn(LocalDate occurredOn) {
            this.occurredOn = occurredOn;
            return this;
        }

        /** Sets where it stands. */
        public Builder status(ViolationStatus status) {
            this.status = status;
            return this;
        }

        /** Sets when it was reported, not before it happened; null or not set = not known. */
        public Builder reportedOn(@Nullable LocalDate reportedOn) {
            this.reportedOn = reportedOn;
            return this;
        }

        /** Sets the severity class the reporter gave; a pack's own code table takes precedence; null or not set = not known. */
        public Builder severity(@Nullable ViolationSeverity severity) {
            this.severity = severity;
            return this;
        }

        /** Sets the order concerned; null or not set = not known. */
        public Builder orderId(@Nullable String orderId) {
            this.orderId = orderId;
            return this;
        }

        /** Sets minutes late, for a late delivery, 0 to 100000; null or not set = not known. */
        public Builder minutesLate(@Nullable Integer minutesLate) {
            this.minutesLate = minutesLate;
            return this;
        }

        /** Sets references to the evidence, possibly none. */
        public Builder evidence(List<String> evidence) {
            this.evidence = evidence;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Violation build() {
            return new Violation(
                    Require.present(TYPE, "id", id),
                    Require.present(TYPE, "code", code),
                    Require.present(TYPE, "occurredOn", occurredOn),
                    Require.present(TYPE, "status", status),
                    reportedOn,
                    severity,
                    orderId,
                    minutesLate,
                    evidence);
        }
    }
}
