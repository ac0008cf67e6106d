package org.riderrules.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.trust.Trust;

/**
 * Makes engines. Making one compiles every pack (seconds); deciding takes far less than a millisecond: make one engine
 * for each host and share it.
 */
public final class RulesEngines {
    private RulesEngines() {}

    /**
     * An engine with all defaults on the packs of one source.
     *
     * @param trust why the files of this source may be believed
     * @throws PackProblemsException with every problem found in the packs
     */
    public static ManagedRulesEngine create(PackSource packs, Trust trust) {
        return builder().packs(packs, trust).build();
    }

    /** Starts an engine with settings of the host's own. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an engine; not thread-safe. */
    public static final class Builder {
        private static final String TYPE = "RulesEngines";

        private final List<DecisionListener> listeners = new ArrayList<>();
        private @Nullable PackSource packs;
        private @Nullable Trust trust;
        private Clock clock = Clock.systemUTC();
        private Budgets budgets = Budgets.STANDARD;

        private Builder() {}

        /** Sets where the packs come from, and why they may be believed; must be set. */
        public Builder packs(PackSource packs, Trust trust) {
            this.packs = Require.present(TYPE, "packs", packs);
            this.trust = Require.present(TYPE, "trust", trust);
            return this;
        }

        /** Adds a listener; listeners hear in the order in which they were added. Default: none. */
        public Builder listener(DecisionListener listener) {
            listeners.add(Require.present(TYPE, "listener", listener));
            return this;
        }

        /** Sets the clock that stamps {@code knownAt} where a request does not. Default: the system's, in UTC. */
        public Builder clock(Clock clock) {
            this.clock = Require.present(TYPE, "clock", clock);
            return this;
        }

        /** Sets what packs and requests may use. Default: {@link Budgets#STANDARD}. */
        public Builder budgets(Budgets budgets) {
            this.budgets = Require.present(TYPE, "budgets", budgets);
            return this;
        }

        /**
         * Loads the packs and builds the engine.
         *
         * @throws PackProblemsException with every problem found in the packs
         */
        public ManagedRulesEngine build() {
            return new DecidingEngine(
                    CatalogueLoader.load(
                            Require.present(TYPE, "packs", packs),
                            Require.present(TYPE, "trust", trust),
                            clock,
                            budgets.build()),
                    new EngineSettings(clock, budgets, listeners));
        }
    }
}
