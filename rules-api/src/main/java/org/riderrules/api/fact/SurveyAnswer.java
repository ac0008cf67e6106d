package org.riderrules.api.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * An answer that the rider gave to a survey for this purpose; never inferred from messages.
 *
 * @param question the question, a code of the market's own list
 * @param answeredOn when
 * @param score the answer on the question's scale, 0 to 10
 */
public record SurveyAnswer(String question, LocalDate answeredOn, int score) implements Fact {

    private static final String TYPE = "SurveyAnswer";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public SurveyAnswer {
        Require.code(TYPE, "question", question);
        Require.present(TYPE, "answeredOn", answeredOn);
        Require.range(TYPE, "score", score, 0, 10);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + question + " " + answeredOn;
    }

    /** Builds a {@link SurveyAnswer}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String question;
        private @Nullable LocalDate answeredOn;
        private @Nullable Integer score;

        private Builder() {}

        /** Sets the question, a code of the market's own list. */
        public Builder question(String question) {
            this.question = question;
            return this;
        }

        /** Sets when. */
        public Builder answeredOn(LocalDate answeredOn) {
            this.answeredOn = answeredOn;
            return this;
        }

        /** Sets the answer on the question's scale, 0 to 10. */
        public Builder score(int score) {
            this.score = score;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public SurveyAnswer build() {
            return new SurveyAnswer(
                    Require.present(TYPE, "question", question),
                    Require.present(TYPE, "answeredOn", answeredOn),
                    Require.present(TYPE, "score", score));
        }
    }
}
