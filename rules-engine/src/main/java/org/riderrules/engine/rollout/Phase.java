package org.riderrules.engine.rollout;

/** Whether packs are on trial beside those in force. */
public enum Phase {
    /** None are: packs can be replaced, rolled back, or put on trial. */
    SETTLED,
    /** A candidate decides too, and its decisions are compared and thrown away. */
    SHADOW,
    /** A candidate decides about a share of the riders. */
    CANARY
}
