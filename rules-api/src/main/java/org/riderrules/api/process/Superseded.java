package org.riderrules.api.process;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;

/**
 * One decision that no longer holds, and the one that holds instead. Both stay readable. Immutable, thread-safe.
 *
 * @param decision the id of the decision that no longer holds
 * @param by the id of the decision that holds instead
 * @param owed what changes for the rider
 */
public record Superseded(
        String decision, String by, @Personal Difference owed) {
    private static final String TYPE = "Superseded";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Superseded {
        Require.code(TYPE, "decision", decision);
        Require.code(TYPE, "by", by);
        Require.present(TYPE, "owed", owed);
        if (decision.equals(by)) {
            throw new InvalidValueException(TYPE, "by", "\"" + by + "\"", "another decision than the one superseded");
        }
    }
}
