package org.riderrules.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.riderrules.api.spi.DecisionListener;

/**
 * What a host has set.
 *
 * @param clock stamps {@code knownAt}
 * @param firingLimit firings for one topic
 * @param deadline time for one request
 * @param listeners who hears of decisions, in order
 * @param recording where calls are recorded
 */
record EngineSettings(
        Clock clock, int firingLimit, Duration deadline, List<DecisionListener> listeners, Recording recording) {
    EngineSettings {
        listeners = List.copyOf(listeners);
    }
}
