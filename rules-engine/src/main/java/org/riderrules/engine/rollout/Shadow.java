package org.riderrules.engine.rollout;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.RolloutStateException;

/**
 * A candidate that decides beside the packs in force, whose decisions nobody gets: they are compared and counted. What
 * goes wrong in it is counted too and never fails a call. Thread-safe.
 */
public non-sealed interface Shadow extends Trial {

    /** What was different so far. Stays readable when the trial has ended. */
    DifferenceReport report();

    /**
     * Goes on with the same candidate as a canary, salted with the candidate's digest. This trial ends.
     *
     * @param share the share of riders it decides about, in basis points, 0 to 10000
     * @throws InvalidValueException when the share is out of range
     * @throws RolloutStateException when this trial has ended
     */
    Canary canary(int share);

    /**
     * As {@link #canary(int)}, with a salt of the host's own.
     *
     * @param salt see {@link RiderShare}; not blank
     * @throws InvalidValueException when the share is out of range or the salt is blank
     * @throws RolloutStateException when this trial has ended
     */
    Canary canary(int share, String salt);
}
