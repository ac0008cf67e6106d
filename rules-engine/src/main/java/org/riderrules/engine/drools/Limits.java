package org.riderrules.engine.drools;

import org.riderrules.engine.budget.RunBudget;

/**
 * What the runs of one request may use: the time together, everything else each topic for itself.
 *
 * @param budget the amounts
 * @param deadlineNanos the instant at which time is up, on the scale of {@link System#nanoTime()}
 */
public record Limits(RunBudget budget, long deadlineNanos) {

    /** The limits of a request that starts now. */
    public static Limits startingNow(RunBudget budget) {
        return new Limits(budget, System.nanoTime() + budget.time().toNanos());
    }

    boolean timeIsUp() {
        return System.nanoTime() - deadlineNanos > 0;
    }
}
