package org.riderrules.engine.rollout;

import org.riderrules.api.error.RolloutStateException;

/** A candidate beside the packs in force. Ends when it is promoted or abandoned; thread-safe. */
public sealed interface Trial permits Shadow, Canary {

    /** The packs on trial. */
    LoadedPacks candidate();

    /**
     * Puts the candidate in force for everybody, in one step; calls in flight finish on the packs they began with. The
     * packs that were in force can be gone back to.
     *
     * @throws RolloutStateException when this trial has ended
     */
    void promote();

    /**
     * Lets the candidate go; the packs in force decide about everybody.
     *
     * @throws RolloutStateException when this trial has ended
     */
    void abandon();
}
