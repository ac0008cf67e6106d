package org.riderrules.engine.rollout;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.RolloutStateException;

/**
 * A candidate that decides about a share of the riders. Which ones is a matter of {@link RiderShare}: a rider stays on
 * his side as long as the share stays. Its decisions are real: listeners hear them, failures fail their call, and the
 * provenance names the candidate's pack by its digest. Thread-safe.
 */
public non-sealed interface Canary extends Trial {

    /** What both sides did so far. Stays readable when the trial has ended. */
    CanaryReport report();

    /**
     * Changes the share; a higher one keeps every rider who is with the candidate and adds others.
     *
     * @param basisPoints the share of riders, 0 to 10000
     * @throws InvalidValueException when out of range
     * @throws RolloutStateException when this trial has ended
     */
    void share(int basisPoints);
}
