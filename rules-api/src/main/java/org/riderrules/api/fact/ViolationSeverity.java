package org.riderrules.api.fact;

/** How grave a violation is, from mild to grave; compare in this order. */
public enum ViolationSeverity {
    /** Corrected by a warning the first time. */
    MINOR,
    /** Answered with points from the first time. */
    SERIOUS,
    /** Endangers people or trust; a person decides about suspension. */
    RED_LINE
}
