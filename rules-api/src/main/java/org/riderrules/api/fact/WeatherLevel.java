package org.riderrules.api.fact;

/** Weather warning level, from none to the highest; compare in this order. */
public enum WeatherLevel {
    /** No warning. */
    NONE,
    /** Lowest warning level (blue). */
    LEVEL_IV,
    /** Third level (yellow). */
    LEVEL_III,
    /** Second level (orange). */
    LEVEL_II,
    /** Highest level (red). */
    LEVEL_I
}
