package org.riderrules.api.fact;

/** The gravest injury, from none to death; compare in this order. */
public enum InjuryLevel {
    /** Nobody was hurt. */
    NONE,
    /** Treated on the spot. */
    FIRST_AID,
    /** A doctor certified leave or light duties. */
    MEDICAL_LEAVE,
    /** Admitted to hospital. */
    HOSPITALISED,
    /** Somebody died. */
    DEATH
}
