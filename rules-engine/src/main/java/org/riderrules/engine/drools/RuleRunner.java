package org.riderrules.engine.drools;

import org.riderrules.api.error.BudgetExceededException;

/**
 * Runs the rules of one pack version on one question. The one seam behind which sessions are made and evidence is
 * collected. Thread-safe.
 */
interface RuleRunner {

    /**
     * Fires the stages in order and returns what was given, with the firings behind it.
     *
     * @throws BudgetExceededException when firings or time run out
     * @throws RuleFailedException when a condition or a right-hand side throws
     */
    Run run(Question question);

    /**
     * Whether sessions may wait between runs for the next one. When not, those that wait are let go at once, and runs
     * that are under way let theirs go at their end. Runs are possible either way. Nothing to do for a runner that lets
     * none wait.
     */
    default void keepIdle(boolean keep) {}
}
