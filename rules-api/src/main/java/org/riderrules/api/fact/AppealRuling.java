package org.riderrules.api.fact;

/** What a person ruled on an appeal. */
public enum AppealRuling {
    /** The rider was right. */
    UPHELD,
    /** The decision stands. */
    REJECTED
}
