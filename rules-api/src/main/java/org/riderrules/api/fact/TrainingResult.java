package org.riderrules.api.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One attempt at one training module.
 *
 * @param module the module, a code of the market's own list
 * @param phase in which phase
 * @param method how the result was obtained
 * @param takenOn when
 * @param correct questions or items answered right, 0 to {@code questions}
 * @param questions questions or items asked, 1 to 10000
 * @param criticalErrors errors in safety-critical questions, 0 to 10000; null = not known
 * @param attempt which attempt at this module, 1 to 1000
 */
public record TrainingResult(
        @NotPersonal String module,
        @NotPersonal TrainingPhase phase,
        @NotPersonal TrainingMethod method,
        LocalDate takenOn,
        int correct,
        int questions,
        @Nullable Integer criticalErrors,
        int attempt)
        implements Fact {

    private static final String TYPE = "TrainingResult";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public TrainingResult {
        Require.code(TYPE, "module", module);
        Require.present(TYPE, "phase", phase);
        Require.present(TYPE, "method", method);
        Require.present(TYPE, "takenOn", takenOn);
        Require.range(TYPE, "questions", questions, 1, 10_000);
        if (criticalErrors != null) {
            Require.range(TYPE, "criticalErrors", criticalErrors, 0, 10_000);
        }
        Require.range(TYPE, "attempt", attempt, 1, 1_000);
        Require.range(TYPE, "correct", correct, 0, questions);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + module + " " + takenOn + " attempt " + attempt;
    }

    /** The share of questions answered right, exact: 32 of 40 meets a pass mark of 80 %. */
    public Rate score() {
        return Rate.of(correct, questions);
    }

    /** Builds a {@link TrainingResult}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String module;
        private @Nullable TrainingPhase phase;
        private @Nullable TrainingMethod method;
        private @Nullable LocalDate takenOn;
        private @Nullable Integer correct;
        private @Nullable Integer questions;
        private @Nullable Integer criticalErrors;
        private @Nullable Integer attempt;

        private Builder() {}

        /** Sets the module, a code of the market's own list. */
        public Builder module(String module) {
            this.module = module;
            return this;
        }

        /** Sets in which phase. */
        public Builder phase(TrainingPhase phase) {
            this.phase = phase;
            return this;
        }

        /** Sets how the result was obtained. */
        public Builder method(TrainingMethod method) {
            this.method = method;
            return this;
        }

        /** Sets when. */
        public Builder takenOn(LocalDate takenOn) {
            this.takenOn = takenOn;
            return this;
        }

        /** Sets questions or items answered right, 0 to {@code questions}. */
        public Builder correct(int correct) {
            this.correct = correct;
            return this;
        }

        /** Sets questions or items asked, 1 to 10000. */
        public Builder questions(int questions) {
            this.questions = questions;
            return this;
        }

        /** Sets errors in safety-critical questions, 0 to 10000; null or not set = not known. */
        public Builder criticalErrors(@Nullable Integer criticalErrors) {
            this.criticalErrors = criticalErrors;
            return this;
        }

        /** Sets which attempt at this module, 1 to 1000. */
        public Builder attempt(int attempt) {
            this.attempt = attempt;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public TrainingResult build() {
            return new TrainingResult(
                    Require.present(TYPE, "module", module),
                    Require.present(TYPE, "phase", phase),
                    Require.present(TYPE, "method", method),
                    Require.present(TYPE, "takenOn", takenOn),
                    Require.present(TYPE, "correct", correct),
                    Require.present(TYPE, "questions", questions),
                    criticalErrors,
                    Require.present(TYPE, "attempt", attempt));
        }
    }
}
