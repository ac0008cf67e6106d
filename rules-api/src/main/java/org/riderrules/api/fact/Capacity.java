package org.riderrules.api.fact;

/** How a rider is engaged; selects table rows. */
public enum Capacity {
    /** Employed by or dedicated to the platform. */
    DEDICATED,
    /** Rides for a third-party fleet (3PL). */
    FLEET,
    /** Takes single orders freely. */
    CROWDSOURCED
}
