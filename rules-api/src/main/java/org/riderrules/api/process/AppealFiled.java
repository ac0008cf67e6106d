package org.riderrules.api.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A rider asked for a review. Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param subject what he appeals against
 * @param at when he asked
 * @param appeal the appeal
 * @param statement what the rider says, 1 to 4000 characters; null = not known
 * @param evidence references to the evidence he gave, possibly none
 * @param answerBy last day to answer, by the law of the market
 */
public record AppealFiled(
        String riderId,
        @NotPersonal Subject subject,
        @NotPersonal Instant at,
        @NotPersonal String appeal,
        @Nullable String statement,
        List<String> evidence,
        @NotPersonal LocalDate answerBy)
        implements ProcessEvent {
    private static final String TYPE = "AppealFiled";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public AppealFiled {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "subject", subject);
        Require.present(TYPE, "at", at);
        Require.code(TYPE, "appeal", appeal);
        if (statement != null) {
            Require.text(TYPE, "statement", statement);
        }
        evidence = Require.texts(TYPE, "evidence", evidence);
        Require.present(TYPE, "answerBy", answerBy);
    }

    @Override
    public List<String> decisions() {
        return List.of(subject.decision());
    }
}
