package org.riderrules.api.process;

import java.time.Instant;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;

/**
 * Who decided, when, why, and having seen what. Immutable, thread-safe.
 *
 * @param reviewer the person, as the host names persons
 * @param decidedAt when the person decided
 * @param rationale why, in the person's own words, 1 to 4000 characters
 * @param seen the evidence that was opened before, possibly none
 */
public record Judgement(
        @Personal String reviewer,
        Instant decidedAt,
        @Personal String rationale,
        @Personal List<EvidenceSeen> seen) {
    private static final String TYPE = "Judgement";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Judgement {
        Require.code(TYPE, "reviewer", reviewer);
        Require.present(TYPE, "decidedAt", decidedAt);
        Require.text(TYPE, "rationale", rationale);
        seen = Require.items(TYPE, "seen", seen);
        for (EvidenceSeen each : seen) {
            if (each.openedAt().isAfter(decidedAt)) {
                throw new InvalidValueException(
                        TYPE,
                        "seen",
                        each.reference() + " opened at " + each.openedAt(),
                        "evidence opened not after decidedAt, which is " + decidedAt);
            }
        }
    }
}
