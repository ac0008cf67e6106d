package org.riderrules.api.error;

/**
 * A pack used more than its budget for one decision. Nothing was decided: no outcome of the call may be used. The
 * engine stays healthy and goes on deciding other requests.
 */
public final class BudgetExceededException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    /** What ran out. */
    public enum Budget {
        /** Rule firings in one decision. */
        FIRINGS,
        /** Wall-clock time of one decision. */
        DEADLINE
    }

    private final String pack;
    private final String rule;
    private final Budget budget;

    /**
     * @param pack pack and version, for instance {@code tiering v2}
     * @param rule the id of the rule that fired last, or "none" when none had fired
     * @param budget what ran out
     * @param limit the limit with its unit, for instance {@code 10000 firings}
     */
    public BudgetExceededException(String pack, String rule, Budget budget, String limit) {
        super("pack " + pack + " exceeded its budget of " + limit + "; last rule fired: " + rule
                + "; look for a rule whose insert makes itself true again, or give fewer facts");
        this.pack = pack;
        this.rule = rule;
        this.budget = budget;
    }

    /** Pack and version. */
    public String pack() {
        return pack;
    }

    /** The id of the rule that fired last; "none" when none had fired. */
    public String rule() {
        return rule;
    }

    /** What ran out. */
    public Budget budget() {
        return budget;
    }
}
