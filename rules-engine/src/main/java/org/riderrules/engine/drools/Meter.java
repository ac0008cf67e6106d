package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.BudgetExceededException.Budget;
import org.riderrules.engine.budget.RunBudget;

/**
 * Counts what the runs of one session use, and stops the one that uses too much. Plain fields, because a session has one
 * thread; the clock is read now and then only, because reading it costs more than trying a pair.
 */
class Meter {
    private static final int PAIRS_BETWEEN_LOOKS = 1_024;
    private static final int EVENTS_BETWEEN_LOOKS = 16;
    private static final int MOST_RULES_NAMED = 5;

    private final String pack;
    private final Map<String, PreparedRule> rules;
    private @Nullable Limits limits;
    private int pairsLeft;
    private int pairsUntilLook;
    private int firings;
    private int insertions;
    private String lastRule = "none";

    /**
     * @param pack pack and version, for messages
     * @param rules the prepared rules by their sentence, which is their name in Drools
     */
    Meter(String pack, Map<String, PreparedRule> rules) {
        this.pack = pack;
        this.rules = rules;
    }

    /** A run begins with everything unused. */
    void begin(Limits limits) {
        this.limits = limits;
        pairsLeft = limits.budget().joinPairs();
        pairsUntilLook = 0;
        firings = 0;
        insertions = 0;
        lastRule = "none";
    }

    /** The run is over; nothing may be counted until the next begins. */
    void end() {
        limits = null;
        pairsLeft = 0;
        pairsUntilLook = 0;
    }

    /** The id of the rule that fired last; "none" when none has. */
    String lastRule() {
        return lastRule;
    }

    /** The conditions of a join are about to be tried on a pair. */
    void pair(MeteredJoin<?> join) {
        if (--pairsUntilLook < 0) {
            look(join);
        }
    }

    private void look(MeteredJoin<?> join) {
        Limits now = running();
        int granted = Math.min(PAIRS_BETWEEN_LOOKS, pairsLeft);
        if (granted == 0) {
            pairsUntilLook = 0;
            throw exceeded(named(join.rules()), Budget.JOIN_PAIRS, now.budget().joinPairs() + " pairs of facts");
        }
        pairsLeft -= granted;
        pairsUntilLook = granted - 1;
        if (now.timeIsUp()) {
            throw timeIsUp(named(join.rules()));
        }
    }

    /** A fact of the request was given to the session; {@code count} so far. */
    void given(int count) {
        if (count % EVENTS_BETWEEN_LOOKS == 0 && running().timeIsUp()) {
            throw timeIsUp(lastRule);
        }
    }

    /** A rule is about to fire. */
    void firing(PreparedRule rule) {
        Limits now = running();
        if (firings >= now.budget().firings()) {
            throw exceeded(lastRule, Budget.FIRINGS, now.budget().firings() + " firings");
        }
        if (firings % EVENTS_BETWEEN_LOOKS == 0 && now.timeIsUp()) {
            throw timeIsUp(lastRule);
        }
        firings++;
        lastRule = rule.ref().id();
    }

    /** The rule that fires has inserted something. */
    void insertion(Object fact) {
        RunBudget budget = running().budget();
        if (++insertions > budget.insertions()) {
            throw exceeded(lastRule, Budget.INSERTIONS, budget.insertions() + " inserted facts");
        }
        if (ValueSize.exceeds(fact, budget.valueSize())) {
            throw exceeded(
                    lastRule,
                    Budget.VALUE_SIZE,
                    budget.valueSize() + " characters, digits or elements for one value of a "
                            + fact.getClass().getSimpleName());
        }
    }

    /** What a rule's firing explains has this size and depth. */
    void explanation(PreparedRule rule, long size, int depth) {
        RunBudget budget = running().budget();
        if (depth > budget.explanationDepth()) {
            throw exceeded(rule.ref().id(), Budget.EXPLANATION, budget.explanationDepth() + " nodes below one another");
        }
        if (size > budget.explanationSize()) {
            throw exceeded(
                    rule.ref().id(), Budget.EXPLANATION, budget.explanationSize() + " nodes in all explanations");
        }
    }

    /** The heap or the stack of the host ran out within the run. */
    BudgetExceededException exhausted(VirtualMachineError error) {
        String what = error instanceof StackOverflowError ? "the stack of the thread" : "the heap of the host";
        return new BudgetExceededException(pack, lastRule, Budget.MEMORY, what, hasWorked());
    }

    private BudgetExceededException timeIsUp(String rule) {
        String time = running().budget().time().toMillis() + " ms";
        return new BudgetExceededException(pack, rule, Budget.DEADLINE, time, hasWorked());
    }

    private BudgetExceededException exceeded(String rule, Budget budget, String limit) {
        return new BudgetExceededException(pack, rule, budget, limit);
    }

    /** Whether so much was counted that the pack itself may have used up time or memory. */
    private boolean hasWorked() {
        if (limits == null) {
            return false;
        }
        RunBudget budget = limits.budget();
        int pairs = budget.joinPairs() - pairsLeft - Math.max(0, pairsUntilLook);
        return pairs >= budget.joinPairs() / 10
                || firings >= budget.firings() / 10
                || insertions >= budget.insertions() / 10;
    }

    private Limits running() {
        if (limits == null) {
            throw new IllegalStateException("rules of pack " + pack + " were tried outside a run");
        }
        return limits;
    }

    private String named(List<String> sentences) {
        String ids = sentences.stream()
                .map(rules::get)
                .filter(rule -> rule != null)
                .map(rule -> rule.ref().id())
                .sorted()
                .limit(MOST_RULES_NAMED)
                .collect(Collectors.joining(", "));
        int more = sentences.size() - MOST_RULES_NAMED;
        return more > 0 ? ids + ", and " + more + " more" : ids;
    }
}
