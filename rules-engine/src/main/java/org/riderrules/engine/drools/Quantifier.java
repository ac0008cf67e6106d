package org.riderrules.engine.drools;

/** How a pattern asks for a fact; where patterns are nested, the innermost counts. */
public enum Quantifier {
    /** There is one, and it is matched. */
    POSITIVE,
    /** Under {@code not}: there is none. */
    NEGATED,
    /** Under {@code exists}: there is at least one. */
    EXISTS,
    /** Under {@code forall}: all are like this. */
    FORALL,
    /** What an {@code accumulate} goes over. */
    ACCUMULATE
}
