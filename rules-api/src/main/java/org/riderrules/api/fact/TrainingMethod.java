package org.riderrules.api.fact;

/** How a training result was obtained. */
public enum TrainingMethod {
    /** A supervised quiz without aids. */
    CLOSED_BOOK_QUIZ,
    /** A quiz in the rider app. */
    ONLINE_QUIZ,
    /** A simulated task. */
    SIMULATION_DRILL,
    /** A checklist filled in by an observer. */
    PRACTICAL_OBSERVATION
}
