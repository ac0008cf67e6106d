package org.riderrules.api.fact;

/** When in a rider's time a training takes place. */
public enum TrainingPhase {
    /** Before the first order. */
    ONBOARDING,
    /** At regular intervals. */
    REGULAR,
    /** After violations or low KPIs. */
    REFRESHER
}
