package org.riderrules.engine.budget;

import java.time.Duration;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/** Which durations a budget accepts. */
final class Durations {
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(1);

    private Durations() {}

    static void within(String field, Duration value) {
        Duration given = Require.present(Budgets.TYPE, field, value);
        if (given.compareTo(LEAST) < 0 || given.compareTo(MOST) > 0) {
            throw new InvalidValueException(Budgets.TYPE, field, given.toString(), "PT0.001S to PT1H");
        }
    }
}
