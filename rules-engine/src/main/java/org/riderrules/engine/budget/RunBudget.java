package org.riderrules.engine.budget;

import java.time.Duration;
import org.riderrules.api.error.Require;

/**
 * What one request, and each topic of it, may use. Immutable, thread-safe; see {@link Budgets.Builder} for the defaults.
 *
 * @param facts facts that a request may hold, 1 to 1000000
 * @param factElements elements of the lists within its facts together, 1 to 1000000
 * @param firings rule firings for one topic, 1 to 1000000
 * @param insertions facts that rules insert for one topic, 1 to 1000000
 * @param joinPairs pairs of facts, or of matches and facts, that conditions are tried on for one topic, 1 to 1000000000;
 *     what only rows of tables take part in is tried once for each new session and counts then
 * @param valueSize characters of a text, digits of a number or elements of a list in what a rule inserts, 1 to 1000000
 * @param explanationSize nodes of the explanations of one topic when written out, 1 to 10000000
 * @param explanationDepth how many nodes lie below one another in an explanation, 1 to 1000
 * @param time wall-clock time of one request with all its topics, PT0.001S to PT1H
 */
public record RunBudget(
        int facts,
        int factElements,
        int firings,
        int insertions,
        int joinPairs,
        int valueSize,
        int explanationSize,
        int explanationDepth,
        Duration time) {

    /** @throws org.riderrules.api.error.InvalidValueException naming the first budget that is out of range */
    public RunBudget {
        within("facts", facts, 1_000_000);
        within("factElements", factElements, 1_000_000);
        within("firings", firings, 1_000_000);
        within("insertions", insertions, 1_000_000);
        within("joinPairs", joinPairs, 1_000_000_000);
        within("valueSize", valueSize, 1_000_000);
        within("explanationSize", explanationSize, 10_000_000);
        within("explanationDepth", explanationDepth, 1_000);
        Durations.within("time", time);
    }

    private static void within(String field, int value, int most) {
        Require.range(Budgets.TYPE, field, value, 1, most);
    }
}
