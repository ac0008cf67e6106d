package org.riderrules.api.process;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;

/**
 * The one detriment of one decision that a step of due process is about. Immutable, thread-safe.
 *
 * @param decision the id of the decision
 * @param about what tells the detriment from others of the decision: the violation answered, or else its code
 * @param market the market whose policy applied
 * @param pack the pack that gave it
 * @param version the pack's version, 1 to 999999999
 */
public record Subject(String decision, @Personal String about, String market, String pack, int version) {
    private static final String TYPE = "Subject";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Subject {
        Require.code(TYPE, "decision", decision);
        Require.code(TYPE, "about", about);
        Require.code(TYPE, "market", market);
        Require.code(TYPE, "pack", pack);
        Require.range(TYPE, "version", version, 1, 999_999_999);
    }
}
