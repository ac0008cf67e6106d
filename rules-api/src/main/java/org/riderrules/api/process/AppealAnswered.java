package org.riderrules.api.process;

import java.time.Instant;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.fact.NotPersonal;

/**
 * A person answered an appeal. Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param subject what was appealed against
 * @param appeal the appeal
 * @param judgement who answered, when, why, having seen what
 * @param ruling what was ruled
 * @param daysLate whole days after the last day to answer, 0 to 100000, 0 = in time
 */
public record AppealAnswered(
        String riderId,
        @NotPersonal Subject subject,
        @NotPersonal String appeal,
        @NotPersonal Judgement judgement,
        @NotPersonal AppealRuling ruling,
        @NotPersonal int daysLate)
        implements ProcessEvent {
    private static final String TYPE = "AppealAnswered";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public AppealAnswered {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "subject", subject);
        Require.code(TYPE, "appeal", appeal);
        Require.present(TYPE, "judgement", judgement);
        Require.present(TYPE, "ruling", ruling);
        Require.range(TYPE, "daysLate", daysLate, 0, 100_000);
    }

    /** When it was answered. */
    @Override
    public Instant at() {
        return judgement.decidedAt();
    }

    /** Whether it was answered after the last day to answer. */
    public boolean isLate() {
        return daysLate > 0;
    }

    @Override
    public List<String> decisions() {
        return List.of(subject.decision());
    }
}
