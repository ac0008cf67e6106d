package org.riderrules.api.outcome;

/** How a tier relates to the one held before. */
public enum TierMovement {
    /** No tier was held before. */
    FIRST,
    /** Higher than before. */
    PROMOTED,
    /** The same as before. */
    KEPT,
    /** The same as before although a gate was missed: the grace period runs once. */
    GRACE,
    /** The same as before because the sample is too thin to judge. */
    SHIELDED,
    /** Lower than before. */
    DEMOTED
}
