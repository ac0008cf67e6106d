package org.riderrules.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.UnsafeClasspathException;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.drools.ClassicMode;
import org.riderrules.engine.rollout.Cases;
import org.riderrules.engine.rollout.RolloutListener;
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
     * @throws UnsafeClasspathException when the classic mode of Drools is on the class path
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
        private @Nullable AuditTrail trail;
        private Clock clock = Clock.systemUTC();
        private Budgets budgets = Budgets.STANDARD;
        private final List<RolloutListener> rolloutListeners = new ArrayList<>();
        private Cases cases = Cases.ON_REPLACEMENT;
        private int keepPrevious = 1;
        private boolean strict = true;

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

        /**
         * Sets where every call is recorded, failed and refused calls included; the caller gets no decision that is not
         * recorded, unless the trail {@linkplain org.riderrules.engine.audit.OnStoreFailure says otherwise}. The trail
         * is the host's to close. Default: nothing is recorded, and decisions have no id.
         */
        public Builder audit(AuditTrail trail) {
            this.trail = Require.present(TYPE, "trail", trail);
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

        /** Sets when packs must pass their own cases. Default: {@link Cases#ON_REPLACEMENT}. */
        public Builder cases(Cases cases) {
            this.cases = Require.present(TYPE, "cases", cases);
            return this;
        }

        /**
         * Sets how many states of the packs are kept to roll back to, 0 to 10. Default: 1. Each costs the memory of its
         * compiled packs, see {@code docs/replacing.md}.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder keepPrevious(int states) {
            Require.range(TYPE, "keepPrevious", states, 0, 10);
            this.keepPrevious = states;
            return this;
        }

        /** Adds a listener for steps of the packs; they hear in the order in which they were added. Default: none. */
        public Builder rolloutListener(RolloutListener listener) {
            rolloutListeners.add(Require.present(TYPE, "rolloutListener", listener));
            return this;
        }

        /**
         * Sets whether the engine refuses to start beside the classic mode of Drools ({@code drools-mvel}), which runs
         * code of rules before any check can look at it. Default: true. Switch it off only where every pack is written
         * by those who run the engine.
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /**
         * Loads the packs and builds the engine.
         *
         * @throws UnsafeClasspathException when strict, and the classic mode of Drools is on the class path
         * @throws PackProblemsException with every problem found in the packs
         */
        public ManagedRulesEngine build() {
            if (strict) {
                ClassicMode.refuse();
            }
            PackSource source = Require.present(TYPE, "packs", packs);
            Catalogue catalogue =
                    CatalogueLoader.load(source, Require.present(TYPE, "trust", trust), clock, budgets.build());
            EngineSettings settings = EngineSettings.of(clock, budgets, listeners, new Recording(trail));
            if (cases == Cases.ALWAYS) {
                OwnCases.run(source.name(), new CatalogueEngine(catalogue, settings));
            }
            return new DecidingEngine(catalogue, settings, new RolloutSettings(cases, keepPrevious, rolloutListeners));
        }
    }
}
