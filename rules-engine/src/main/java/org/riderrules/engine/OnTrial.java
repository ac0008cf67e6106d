package org.riderrules.engine;

import org.riderrules.api.DecisionRequest;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.rollout.Phase;
import org.riderrules.engine.rollout.Trial;

/** A candidate beside the packs in force, as the engine sees it. Thread-safe. */
sealed interface OnTrial permits ShadowTrial, CanaryTrial {

    Catalogue catalogue();

    /** What the host has in hand of it. */
    Trial handle();

    Phase phase();

    /** The share of riders it decides about, in basis points. */
    int share();

    /** Whether it decides about this rider. */
    boolean decidesAbout(String riderId);

    /**
     * A call was decided and told to the listeners.
     *
     * @param byCandidate whether the candidate decided
     * @param limits what the request may use, and has used some of
     */
    void answered(DecisionRequest request, boolean byCandidate, Answer answer, Limits limits);

    /** It was promoted or abandoned. */
    void ended();

    /** What it found, for the log: no rider. */
    String found();
}
