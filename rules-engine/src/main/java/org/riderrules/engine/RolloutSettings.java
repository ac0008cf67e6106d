package org.riderrules.engine;

import java.util.List;
import org.riderrules.engine.rollout.Cases;
import org.riderrules.engine.rollout.RolloutListener;

/**
 * How packs go live.
 *
 * @param cases when packs must pass their own cases
 * @param keepPrevious how many states of the packs can be gone back to
 * @param listeners who hears of the steps, in order
 */
record RolloutSettings(Cases cases, int keepPrevious, List<RolloutListener> listeners) {
    static final RolloutSettings STANDARD = new RolloutSettings(Cases.ON_REPLACEMENT, 1, List.of());

    RolloutSettings {
        listeners = List.copyOf(listeners);
    }
}
