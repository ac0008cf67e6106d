package org.riderrules.engine.rollout;

/**
 * Hears of every step the packs of an engine take. Steps are told one after the other, in their order, on the thread
 * that took them, after they were taken and before the call that took them returns; the next step waits meanwhile. What
 * a listener throws is logged as an error and changes nothing.
 */
@FunctionalInterface
public interface RolloutListener {

    /** A step was taken or refused. */
    void happened(RolloutEvent event);
}
