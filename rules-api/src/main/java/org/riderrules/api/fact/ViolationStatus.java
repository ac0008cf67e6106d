package org.riderrules.api.fact;

/** Where a violation stands. */
public enum ViolationStatus {
    /** Reported, not judged yet: this is what the violations topic decides. */
    REPORTED,
    /** Judged earlier and upheld: counts as history. */
    CONFIRMED,
    /** Withdrawn or overturned on appeal: counts for nothing. */
    OVERTURNED
}
