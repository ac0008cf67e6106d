package org.riderrules.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.UnsafeClasspathException;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.drools.ClassicMode;
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
        private Clock clock = Clock.systemUTC();
        private int firingLimit = 5_000;
        private Duration deadline = Duration.ofSeconds(2);
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

        /** Sets the clock that stamps {@code knownAt} where a request does not. Default: the system's, in UTC. */
        public Builder clock(Clock clock) {
            this.clock = Require.present(TYPE, "clock", clock);
            return this;
        }

        /**
         * Sets how many rules may fire for one topic of one request, 1 to 1000000. Default: 5000.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder firingLimit(int firings) {
            Require.range(TYPE, "firingLimit", firings, 1, 1_000_000);
            this.firingLimit = firings;
            return this;
        }

        /**
         * Sets how long one request may take, PT0.001S to PT1H. Default: PT2S. Looked at whenever a rule becomes true
         * and before each firing.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder deadline(Duration deadline) {
            Require.upTo(TYPE, "deadline", deadline, Duration.ofHours(1));
            if (deadline.compareTo(Duration.ofMillis(1)) < 0) {
                throw new InvalidValueException(TYPE, "deadline", deadline.toString(), "PT0.001S to PT1H");
            }
            this.deadline = deadline;
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
            return new DecidingEngine(
                    CatalogueLoader.load(Require.present(TYPE, "packs", packs), Require.present(TYPE, "trust", trust)),
                    new EngineSettings(clock, firingLimit, deadline, listeners));
        }
    }
}
