package org.riderrules.api.spi;

import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Topic;

/**
 * Hears of every decision before the caller does, on the caller's thread; must be thread-safe. An exception from a
 * listener fails the call, so that nothing is decided that a listener could not take. Where decisions are recorded they
 * have been recorded by then, and have their ids; a call that a listener fails keeps its record.
 */
public interface DecisionListener {

    /** A decision was made. */
    void decided(DecisionRequest request, Decision decision);

    /**
     * A topic could not be decided; the call fails with {@code failure}.
     *
     * @param topic the topic that failed
     */
    default void failed(DecisionRequest request, Topic topic, RuntimeException failure) {}
}
