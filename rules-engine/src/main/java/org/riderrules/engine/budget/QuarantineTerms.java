package org.riderrules.engine.budget;

import java.time.Duration;
import org.riderrules.api.error.Require;

/**
 * When a version of a pack goes into quarantine: when, within some time, it exceeded a budget for so many different
 * riders, and these were a good part of all its calls. See docs/decisions/0014-quarantine.md. Immutable, thread-safe.
 *
 * @param riders different riders with a breach that was the pack's fault, 1 to 1000
 * @param percent of the calls for the version since the first of these breaches, 0 to 100
 * @param window how long breaches stay together, by the engine's clock, PT0.001S to PT1H
 */
public record QuarantineTerms(int riders, int percent, Duration window) {

    /** @throws org.riderrules.api.error.InvalidValueException naming the first term that is out of range */
    public QuarantineTerms {
        Require.range(Budgets.TYPE, "quarantineRiders", riders, 1, 1_000);
        Require.range(Budgets.TYPE, "quarantinePercent", percent, 0, 100);
        Durations.within("quarantineWindow", window);
    }
}
