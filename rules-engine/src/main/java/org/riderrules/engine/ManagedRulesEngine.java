package org.riderrules.engine;

import java.util.List;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.PackQuarantinedException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.trust.Trust;

/**
 * A {@link RulesEngine} in the hands of the host that runs it: its packs can be replaced while it decides, and released
 * from quarantine.
 */
public interface ManagedRulesEngine extends RulesEngine {

    /**
     * Loads packs beside those in force and, when they are without a problem, puts them in force in one step. Calls in
     * flight finish on the packs they began with. Safe to call from any thread; replacements take turns.
     *
     * @param trust why the files of this source may be believed
     * @throws PackProblemsException with every problem found; the packs in force stay in force
     */
    void replacePacks(PackSource source, Trust trust);

    /**
     * The versions of packs that are in quarantine now, longest first, each as its calls are told. Replacing a version by
     * files with another digest ends its quarantine; loading the same files again does not.
     */
    List<PackQuarantinedException> quarantined();

    /**
     * Releases a version from quarantine, with its breaches forgotten: the next call for it is decided.
     *
     * @param digest the digest of its files, as {@link PackQuarantinedException#digest()} has it
     * @return whether it was in quarantine
     */
    boolean release(String digest);
}
