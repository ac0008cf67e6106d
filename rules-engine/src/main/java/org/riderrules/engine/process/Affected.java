package org.riderrules.engine.process;

/**
 * A decision that a withdrawn violation, or another correction, may change. Immutable, thread-safe.
 *
 * @param decision the id of the decision
 * @param link how it is connected
 * @param through what connects it: the fact, or the id of the earlier decision
 */
public record Affected(String decision, Link link, String through) {

    /** How a decision is connected with what is corrected. */
    public enum Link {
        /** A fact of its request is about the violation. */
        FACT,
        /** A fact of its request is an outcome of an affected decision. */
        EARLIER_DECISION,
        /** It was decided in one call with an affected decision. */
        SAME_CALL,
        /** Its performance window covers the day of the violation: only the host knows whether it counted there. */
        WINDOW
    }
}
