package org.riderrules.api.spi;

import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.PackQuarantinedException;
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

    /**
     * A version of a pack went into quarantine. Told once, on the thread of the call whose breach was one too many and
     * before {@link #failed} tells of that call; each later call for the version fails with {@code state}.
     *
     * @param state what those calls will be told
     */
    default void quarantined(PackQuarantinedException state) {}

    /**
     * A version of a pack left quarantine, because the host released it.
     *
     * @param state what calls were told until now
     */
    default void released(PackQuarantinedException state) {}
}
