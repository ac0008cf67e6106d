package org.riderrules.engine;

import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.trust.Trust;

/** A {@link RulesEngine} in the hands of the host that runs it: its packs can be replaced while it decides. */
public interface ManagedRulesEngine extends RulesEngine {

    /**
     * Loads packs beside those in force and, when they are without a problem, puts them in force in one step. Calls in
     * flight finish on the packs they began with. Safe to call from any thread; replacements take turns.
     *
     * @param trust why the files of this source may be believed
     * @throws PackProblemsException with every problem found; the packs in force stay in force
     */
    void replacePacks(PackSource source, Trust trust);
}
