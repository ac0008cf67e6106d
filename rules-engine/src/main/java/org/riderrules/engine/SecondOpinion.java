package org.riderrules.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.drools.PackPreparation;
import org.riderrules.engine.drools.Shuffle;
import org.riderrules.engine.trust.Trust;

/**
 * An engine that decides by Drools' classic mode instead of the compiled rules of {@link RulesEngines}: for tests and
 * tools that ask whether both say the same, never for decisions about people. Packs run without the sandbox, so they must
 * be trusted by definition. Needs {@code org.drools:drools-mvel}, which must never stand on a host's class path.
 */
public final class SecondOpinion {
    private static final String TYPE = "SecondOpinion";

    private SecondOpinion() {}

    /**
     * Compiles the packs, which must also compile for {@link RulesEngines}, and makes the engine. Thread-safe.
     *
     * @param packs the packs
     * @param trust why the files of this source may be believed
     * @param clock stamps {@code knownAt} where a request does not
     * @param seed chooses in which order files, rules, rows and facts are read; any number. The same seed gives the same
     *     order
     * @throws PackProblemsException with every problem found in the packs; code {@code classic-mode} for what only
     *     classic mode does not take
     * @throws IllegalStateException when {@code drools-mvel} is not on the class path
     */
    public static RulesEngine engine(PackSource packs, Trust trust, Clock clock, long seed) {
        Shuffle order = new Shuffle(seed);
        Catalogue catalogue = CatalogueLoader.load(
                Require.present(TYPE, "packs", packs),
                Require.present(TYPE, "trust", trust),
                Require.present(TYPE, "clock", clock),
                (pack, problems) -> PackPreparation.prepareTwin(pack, order, problems));
        return new DecidingEngine(
                catalogue,
                new EngineSettings(clock, 5_000, Duration.ofMinutes(1), List.of()));
    }
}
