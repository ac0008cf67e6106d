package org.riderrules.api.outcome;

/** How a training module stands. */
public enum TrainingStatus {
    /** Passed and valid. */
    PASSED,
    /** Taken, not passed. */
    FAILED,
    /** Passed earlier, no longer valid. */
    EXPIRED,
    /** Required, not taken. */
    NOT_TAKEN
}
