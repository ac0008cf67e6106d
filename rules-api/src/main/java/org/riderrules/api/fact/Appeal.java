package org.riderrules.api.fact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A rider's appeal against a decision or violation.
 *
 * @param id the appeal
 * @param violationId the violation appealed against
 * @param grounds why, a code of the market's own list
 * @param filedOn when it was filed
 * @param notifiedOn when the rider was told of the decision, not after filing; null = not known
 * @param statement what the rider says, 1 to 4000 characters; null = not known
 * @param evidence references to the evidence, possibly none
 * @param reviewer who ruled on it; null = not known
 * @param reviewedOn when it was ruled on, not before filing; null = not known
 * @param ruling what was ruled; given together with reviewer and reviewedOn; null = not known
 */
public record Appeal(
        String id,
        String violationId,
        String grounds,
        LocalDate filedOn,
        @Nullable LocalDate notifiedOn,
        @Nullable String statement,
        List<String> evidence,
        @Nullable String reviewer,
        @Nullable LocalDate reviewedOn,
        @Nullable AppealRuling ruling)
        implements Fact {

    private static final String TYPE = "Appeal";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Appeal {
        Require.code(TYPE, "id", id);
        Require.code(TYPE, "violationId", violationId);
        Require.code(TYPE, "grounds", grounds);
        Require.present(TYPE, "filedOn", filedOn);
        if (statement != null) {
            Require.text(TYPE, "statement", statement);
        }
        evidence = Require.texts(TYPE, "evidence", evidence);
        if (reviewer != null) {
            Require.code(TYPE, "reviewer", reviewer);
        }
        Require.notBefore(TYPE, "filedOn", filedOn, "notifiedOn", notifiedOn);
        Require.notBefore(TYPE, "reviewedOn", reviewedOn, "filedOn", filedOn);
        Require.together(TYPE, "ruling", ruling, "reviewer", reviewer);
        Require.together(TYPE, "ruling", ruling, "reviewedOn", reviewedOn);
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

    /** Builds a {@link Appeal}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String violationId;
        private @Nullable String grounds;
        private @Nullable LocalDate filedOn;
        private @Nullable LocalDate notifiedOn;
        private @Nullable String statement;
        private List<String> evidence = List.of();
        private @Nullable String reviewer;
        private @Nullable LocalDate reviewedOn;
        private @Nullable AppealRuling ruling;

        private Builder() {}

        /** Sets the appeal. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets the violation appealed against. */
        public Builder violationId(String violationId) {
            this.violationId = violationId;
            return this;
        }

        /** Sets why, a code of the market's own list. */
        public Builder grounds(String grounds) {
            this.grounds = grounds;
            return this;
        }

        /** Sets when it was filed. */
        public Builder filedOn(LocalDate filedOn) {
            this.filedOn = filedOn;
            return this;
        }

        /** Sets when the rider was told of the decision, not after filing; null or not set = not known. */
        public Builder notifiedOn(@Nullable LocalDate notifiedOn) {
            this.notifiedOn = notifiedOn;
            return this;
        }

        /** Sets what the rider says, 1 to 4000 characters; null or not set = not known. */
        public Builder statement(@Nullable String statement) {
            this.statement = statement;
            return this;
        }

        /** Sets references to the evidence, possibly none. */
        public Builder evidence(List<String> evidence) {
            this.evidence = evidence;
            return this;
        }

        /** Sets who ruled on it; null or not set = not known. */
        public Builder reviewer(@Nullable String reviewer) {
            this.reviewer = reviewer;
            return this;
        }

        /** Sets when it was ruled on, not before filing; null or not set = not known. */
        public Builder reviewedOn(@Nullable LocalDate reviewedOn) {
            this.reviewedOn = reviewedOn;
            return this;
        }

        /** Sets what was ruled; given together with reviewer and reviewedOn; null or not set = not known. */
        public Builder ruling(@Nullable AppealRuling ruling) {
            this.ruling = ruling;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Appeal build() {
            return new Appeal(
                    Require.present(TYPE, "id", id),
                    Require.present(TYPE, "violationId", violationId),
                    Require.present(TYPE, "grounds", grounds),
                    Require.present(TYPE, "filedOn", filedOn),
                    notifiedOn,
                    statement,
                    evidence,
                    reviewer,
                    reviewedOn,
                    ruling);
        }
    }
}
