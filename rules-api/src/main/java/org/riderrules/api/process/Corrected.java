package org.riderrules.api.process;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * Decisions were corrected with later knowledge (EU directive 2024/2831, art. 11(3): rectify, or compensate). The one
 * entry that makes a correction hold: as long as it is not written, the decisions made for it stand for nothing.
 * Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param at when; also what "known at" means for the correction
 * @param cause why
 * @param correctedBy the person who ordered it, as the host names persons
 * @param rationale why, in the person's own words, 1 to 4000 characters
 * @param superseded what no longer holds and what holds instead, in the order in which it was first decided, each
 *     decision at most once; empty when nothing had to change
 */
public record Corrected(
        String riderId,
        @NotPersonal Instant at,
        Cause cause,
        String correctedBy,
        String rationale,
        @NotPersonal List<Superseded> superseded)
        implements ProcessEvent {
    private static final String TYPE = "Corrected";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Corrected {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "at", at);
        Require.present(TYPE, "cause", cause);
        Require.code(TYPE, "correctedBy", correctedBy);
        Require.text(TYPE, "rationale", rationale);
        superseded = Require.items(TYPE, "superseded", superseded);
        Set<String> seen = new LinkedHashSet<>();
        for (Superseded each : superseded) {
            if (!seen.add(each.decision())) {
                throw new InvalidValueException(TYPE, "superseded", each.decision() + " twice", "each decision once");
            }
        }
    }

    /** The ids of the decisions that no longer hold; possibly none. */
    @Override
    public List<String> decisions() {
        return superseded.stream().map(Superseded::decision).toList();
    }
}
