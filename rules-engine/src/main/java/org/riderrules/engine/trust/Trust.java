package org.riderrules.engine.trust;

/**
 * Why the files of a pack source may be believed. Whoever loads packs names one: there is no default, and no state in
 * which a missing signature means that nothing is checked. Immutable, thread-safe.
 */
public sealed interface Trust permits DevelopmentTrust {

    /** Believes every file, and says so in the log each time packs are loaded. For authors and tests. */
    static Trust directoryForDevelopment() {
        return DevelopmentTrust.INSTANCE;
    }
}
