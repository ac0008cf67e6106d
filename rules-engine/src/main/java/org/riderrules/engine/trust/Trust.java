package org.riderrules.engine.trust;

import java.time.Clock;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;
import org.riderrules.api.spi.PackSource;

/**
 * Why the files of a pack source may be believed. Whoever loads packs names one: there is no default, and no state in
 * which a missing signature means that nothing is checked. Immutable, thread-safe.
 */
public sealed interface Trust permits BuiltInTrust, SignedTrust, DevelopmentTrust {

    /**
     * Believes the packs that come in a jar together with the code that finds them, as the catalogue's {@code
     * RulesCatalog.standard()} does: every file is exactly as the build of that jar listed it, none is missing, and no
     * other jar on the class path adds one. Every other source is refused.
     */
    static Trust builtIn() {
        return BuiltInTrust.INSTANCE;
    }

    /**
     * Believes versions that are signed as {@code keys} asks, file by file, and that are no older than those that
     * {@code ledger} has seen in force.
     */
    static Trust signedBy(TrustedKeys keys, ReleaseLedger ledger) {
        return new SignedTrust(Require.present("Trust", "keys", keys), Require.present("Trust", "ledger", ledger));
    }

    /** Believes every file, and warns in the log each time packs are loaded. For authors and tests. */
    static Trust directoryForDevelopment() {
        return DevelopmentTrust.INSTANCE;
    }

    /**
     * Reads a source once and checks what it read. Engines do this by themselves; tools that only verify may call it.
     *
     * @param clock tells which keys have expired
     * @throws PackProblemsException with every problem found; then nothing of the source may be used
     */
    Admission admit(PackSource source, Clock clock);
}
