package org.riderrules.api.error;

/**
 * A pack used more than its budget for one decision. Nothing was decided: no outcome of the call may be used. The
 * engine stays healthy and goes on deciding other requests; what the pack had begun is thrown away.
 */
public final class BudgetExceededException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    /** What ran out. */
    public enum Budget {
        /** Rule firings for one topic. */
        FIRINGS("look for a rule whose insert makes itself true again, or give fewer facts"),
        /** Facts that rules insert for one topic. */
        INSERTIONS("look for a rule whose insert makes itself true again, or give fewer facts"),
        /** Pairs of facts that the conditions of rules were tried on, for one topic. */
        JOIN_PAIRS("let the patterns of the rule share a field, so that fewer facts meet, or give fewer facts"),
        /** The size of one value that a rule inserts. */
        VALUE_SIZE("look for a rule that makes a value longer each time it fires"),
        /** The size of the explanations of one topic, or their depth. */
        EXPLANATION("conclude fewer things from one another, or give fewer facts"),
        /** Wall-clock time of one request. */
        DEADLINE("give fewer facts, or more time when the machine is busy"),
        /** The heap of the host, or the stack of its thread. */
        MEMORY("give fewer facts, or the host more memory");

        private final String mend;

        Budget(String mend) {
            this.mend = mend;
        }
    }

    private final String pack;
    private final String rule;
    private final Budget budget;
    private final String limit;
    private final boolean faultOfThePack;

    /**
     * A breach that is the pack's fault.
     *
     * @param pack pack and version, for instance {@code tiering v2}
     * @param rule as {@link #rule()}
     * @param budget what ran out
     * @param limit the limit with its unit, for instance {@code 10000 firings}
     */
    public BudgetExceededException(String pack, String rule, Budget budget, String limit) {
        this(pack, rule, budget, limit, true);
    }

    /**
     * @param pack pack and version, for instance {@code tiering v2}
     * @param rule as {@link #rule()}
     * @param budget what ran out
     * @param limit the limit with its unit, for instance {@code 10000 firings}
     * @param faultOfThePack as {@link #faultOfThePack()}
     */
    public BudgetExceededException(String pack, String rule, Budget budget, String limit, boolean faultOfThePack) {
        super("pack " + pack + ", rule " + rule + ": exceeded the budget of " + limit + "; "
                + (faultOfThePack ? "" : "the pack had used little of it, so the machine may be at fault; ")
                + budget.mend);
        this.pack = pack;
        this.rule = rule;
        this.budget = budget;
        this.limit = limit;
        this.faultOfThePack = faultOfThePack;
    }

    /** Pack and version. */
    public String pack() {
        return pack;
    }

    /**
     * The id of the rule that ran into the budget: the one whose conditions were being tried, else the one that fired
     * last; several ids, separated by a comma and a space, where rules share the condition; "none" when no rule had been
     * reached.
     */
    public String rule() {
        return rule;
    }

    /** What ran out. */
    public Budget budget() {
        return budget;
    }

    /** The limit with its unit. */
    public String limit() {
        return limit;
    }

    /**
     * False when time or memory ran out before the pack had used a tenth of any budget that is counted: then the
     * machine was busy or full, and the breach does not count towards the pack's quarantine.
     */
    public boolean faultOfThePack() {
        return faultOfThePack;
    }
}
