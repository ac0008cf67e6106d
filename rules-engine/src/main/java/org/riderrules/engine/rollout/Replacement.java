package org.riderrules.engine.rollout;

import org.riderrules.api.error.Require;

/**
 * Packs that went into force. Immutable, thread-safe.
 *
 * @param before the packs that were in force
 * @param after the packs that are in force
 * @param casesPassed how many of their own cases they passed before that; 0 when they have none or {@link Cases#NEVER}
 *     is set
 */
public record Replacement(LoadedPacks before, LoadedPacks after, int casesPassed) {

    /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
    public Replacement {
        Require.present("Replacement", "before", before);
        Require.present("Replacement", "after", after);
    }
}
