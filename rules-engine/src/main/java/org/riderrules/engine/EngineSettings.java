package org.riderrules.engine;

import java.time.Clock;
import java.util.List;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.engine.budget.Budgets;

/**
 * What a host has set.
 *
 * @param clock stamps {@code knownAt}
 * @param budgets what packs may use
 * @param listeners who hears of decisions, in order
 * @param recording where calls are recorded
 */
record EngineSettings(Clock clock, Budgets budgets, List<DecisionListener> listeners, Recording recording) {
    EngineSettings {
        listeners = List.copyOf(listeners);
    }
}
