package org.riderrules.engine.drools;

import java.time.Duration;

/**
 * What one run may use.
 *
 * @param firings rule firings in one topic, 1 or more
 * @param deadline time for the whole request; for messages
 * @param deadlineNanos the instant at which time is up, on the scale of {@link System#nanoTime()}
 */
public record Limits(int firings, Duration deadline, long deadlineNanos) {

    /** The limits of a request that starts now. */
    public static Limits startingNow(int firings, Duration deadline) {
        return new Limits(firings, deadline, System.nanoTime() + deadline.toNanos());
    }

    boolean timeIsUp() {
        return System.nanoTime() - deadlineNanos > 0;
    }
}
