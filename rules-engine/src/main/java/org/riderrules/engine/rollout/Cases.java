package org.riderrules.engine.rollout;

/**
 * When packs must pass their own cases ({@code cases/*.yaml}) before they decide about anybody. Reading cases needs
 * {@code tools.jackson.dataformat:jackson-dataformat-yaml} on the class path; where it is missing and a pack has cases,
 * the packs are refused with the code {@code cases-need-yaml}. Cases are never left out unless a host says {@link #NEVER}.
 */
public enum Cases {
    /** When packs replace others, also on trial; not when the engine is made. The default. */
    ON_REPLACEMENT,
    /** When the engine is made, too. */
    ALWAYS,
    /** Never; each replacement says so in the log. */
    NEVER
}
