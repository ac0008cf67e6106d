package org.riderrules.engine;

import java.time.Clock;
import java.util.List;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.budget.Quarantine;

/**
 * What a host has set, and what follows from it for the life of an engine.
 *
 * @param clock stamps {@code knownAt}
 * @param budgets what packs may use
 * @param listeners who hears of decisions, in order
 * @param recording where calls are recorded
 * @param quarantine which versions of packs are shut out; one for all states of the packs
 */
record EngineSettings(
        Clock clock, Budgets budgets, List<DecisionListener> listeners, Recording recording, Quarantine quarantine) {
    EngineSettings {
        listeners = List.copyOf(listeners);
    }

    /** Settings with nothing in quarantine. */
    static EngineSettings of(Clock clock, Budgets budgets, List<DecisionListener> listeners, Recording recording) {
        List<DecisionListener> told = List.copyOf(listeners);
        return new EngineSettings(
                clock,
                budgets,
                told,
                recording,
                new Quarantine(
                        budgets.quarantine(), clock, state -> told.forEach(listener -> listener.quarantined(state))));
    }
}
