package org.riderrules.engine.budget;

import java.time.Duration;
import org.riderrules.api.error.InvalidValueException;

/**
 * Everything a pack may use, at build and at run, and when it is shut out for using more. Whoever exceeds a budget gets
 * a typed error and no result. Immutable, thread-safe.
 *
 * @param run for each request
 * @param build for each version of a pack
 * @param quarantine when a version of a pack is shut out
 */
public record Budgets(RunBudget run, BuildBudget build, QuarantineTerms quarantine) {
    static final String TYPE = "Budgets";

    /** All defaults. */
    public static final Budgets STANDARD = builder().build();

    /** Starts from all defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Budgets}; not thread-safe. Ranges are those of the records and are checked by {@link #build}. */
    public static final class Builder {
        private int facts = 10_000;
        private int factElements = 10_000;
        private int firings = 5_000;
        private int insertions = 5_000;
        private int joinPairs = 250_000;
        private int valueSize = 4_000;
        private int explanationSize = 200_000;
        private int explanationDepth = 200;
        private Duration time = Duration.ofSeconds(2);
        private Duration buildTime = Duration.ofMinutes(5);
        private int packBytes = 8 << 20;
        private int ruleBytes = 1 << 20;
        private int nesting = 16;
        private int types = 300;
        private int rules = 1_000;
        private int patterns = 12;
        private int constraints = 100;
        private int branches = 16;
        private int rows = 20_000;
        private int classes = 30_000;
        private int classBytes = 64 << 20;
        private int quarantineRiders = 5;
        private int quarantinePercent = 10;
        private Duration quarantineWindow = Duration.ofMinutes(10);

        private Builder() {}

        /** Sets how many facts a request may hold, 1 to 1000000. Default: 10000. */
        public Builder facts(int most) {
            facts = most;
            return this;
        }

        /** Sets how many elements the lists within its facts may have together, 1 to 1000000. Default: 10000. */
        public Builder factElements(int most) {
            factElements = most;
            return this;
        }

        /** Sets how many rules may fire for one topic of one request, 1 to 1000000. Default: 5000. */
        public Builder firings(int most) {
            firings = most;
            return this;
        }

        /** Sets how many facts rules may insert for one topic of one request, 1 to 1000000. Default: 5000. */
        public Builder insertions(int most) {
            insertions = most;
            return this;
        }

        /**
         * Sets on how many pairs of facts conditions may be tried for one topic of one request, 1 to 1000000000.
         * Default: 250000.
         */
        public Builder joinPairs(int most) {
            joinPairs = most;
            return this;
        }

        /**
         * Sets how large a value may be that a rule inserts: characters of a text, digits of a number, elements of a list,
         * 1 to 1000000. Default: 4000.
         */
        public Builder valueSize(int most) {
            valueSize = most;
            return this;
        }

        /** Sets how many nodes the explanations of one topic may have when written out, 1 to 10000000. Default: 200000. */
        public Builder explanationSize(int nodes) {
            explanationSize = nodes;
            return this;
        }

        /** Sets how many nodes may lie below one another in an explanation, 1 to 1000. Default: 200. */
        public Builder explanationDepth(int nodes) {
            explanationDepth = nodes;
            return this;
        }

        /**
         * Sets how long one request may take with all its topics, PT0.001S to PT1H. Default: PT2S. Looked at every 1024
         * pairs, every 16 given facts and every 16 firings.
         */
        public Builder time(Duration most) {
            time = most;
            return this;
        }

        /**
         * Sets how long compiling the rules of one version of a pack may take, PT0.001S to PT1H. Default: PT5M, a hundred
         * times what it takes on an idle machine: the sizes below keep builds short, and time is the net under them.
         */
        public Builder buildTime(Duration most) {
            buildTime = most;
            return this;
        }

        /** Sets how many bytes the files of one version of a pack may have together, 1 to 1 GiB. Default: 8 MiB. */
        public Builder packBytes(int most) {
            packBytes = most;
            return this;
        }

        /** Sets how many bytes its DRL files may have together, 1 to 1 GiB. Default: 1 MiB. */
        public Builder ruleBytes(int most) {
            ruleBytes = most;
            return this;
        }

        /** Sets how deep brackets may stand within one another in a DRL file, 1 to 100. Default: 16. */
        public Builder nesting(int most) {
            nesting = most;
            return this;
        }

        /** Sets how many types one version of a pack may declare, 1 to 100000. Default: 300. */
        public Builder types(int most) {
            types = most;
            return this;
        }

        /** Sets how many rules one version of a pack may have, 1 to 100000. Default: 1000. */
        public Builder rules(int most) {
            rules = most;
            return this;
        }

        /** Sets how many patterns one rule may have, 1 to 1000. Default: 12. */
        public Builder patterns(int most) {
            patterns = most;
            return this;
        }

        /** Sets how many constraints and bindings one rule may have, 1 to 10000. Default: 100. */
        public Builder constraints(int most) {
            constraints = most;
            return this;
        }

        /** Sets in how many ways the conditions of one rule may be met through {@code or}, 1 to 1000. Default: 16. */
        public Builder branches(int most) {
            branches = most;
            return this;
        }

        /** Sets how many rows the tables of one version of a pack may have together, 1 to 1000000. Default: 20000. */
        public Builder rows(int most) {
            rows = most;
            return this;
        }

        /** Sets how many classes may be generated from one version of a pack, 1 to 1000000. Default: 30000. */
        public Builder classes(int most) {
            classes = most;
            return this;
        }

        /** Sets how many bytes these classes may have together, 1 to 1 GiB. Default: 64 MiB. */
        public Builder classBytes(int most) {
            classBytes = most;
            return this;
        }

        /**
         * Sets when a version of a pack goes into quarantine. Default: 5 riders, 10 per cent, PT10M.
         *
         * @param riders for how many different riders it must have exceeded a budget, 1 to 1000
         * @param percent of its calls since the first of these breaches, 0 to 100
         * @param window how long breaches stay together, by the engine's clock, PT0.001S to PT1H
         */
        public Builder quarantine(int riders, int percent, Duration window) {
            quarantineRiders = riders;
            quarantinePercent = percent;
            quarantineWindow = window;
            return this;
        }

        /** @throws InvalidValueException naming the first budget that is out of range */
        public Budgets build() {
            return new Budgets(
                    new RunBudget(
                            facts,
                            factElements,
                            firings,
                            insertions,
                            joinPairs,
                            valueSize,
                            explanationSize,
                            explanationDepth,
                            time),
                    new BuildBudget(
                            buildTime,
                            packBytes,
                            ruleBytes,
                            nesting,
                            types,
                            rules,
                            patterns,
                            constraints,
                            branches,
                            rows,
                            classes,
                            classBytes),
                    new QuarantineTerms(quarantineRiders, quarantinePercent, quarantineWindow));
        }
    }
}
