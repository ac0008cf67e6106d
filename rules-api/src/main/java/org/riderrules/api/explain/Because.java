package org.riderrules.api.explain;

import java.util.SortedMap;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.outcome.Outcome;

/**
 * One outcome and what it rests on.
 *
 * @param outcome the outcome
 * @param grounds the rule that gave it, or the engine's own check; never empty
 * @param texts the texts behind the outcome's message keys (remedy, appeal route), by key
 */
public record Because(Outcome outcome, Evidence grounds, SortedMap<String, Reason> texts) {
    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Because {
        Require.present("Because", "outcome", outcome);
        Require.present("Because", "grounds", grounds);
        if (!(grounds instanceof Evidence.FiredRule || grounds instanceof Evidence.EngineCheck)) {
            throw new InvalidValueException(
                    "Because", "grounds", grounds.getClass().getSimpleName(), "a FiredRule or an EngineCheck");
        }
        texts = Require.map("Because", "texts", texts);
    }
}
