package org.riderrules.engine.drools;

import java.util.List;
import java.util.SortedSet;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.outcome.Outcome;

/**
 * What a run gave.
 *
 * @param given the outcomes in the order in which they were inserted
 * @param rulesFired the ids of the rules that fired
 * @param rowsUsed the rows that some firing matched, by file and line
 */
public record Run(List<Given> given, SortedSet<String> rulesFired, List<TableRow> rowsUsed) {

    /**
     * One outcome and the firing that gave it.
     *
     * @param outcome the outcome
     * @param by the firing
     * @param rule the rule that fired
     */
    public record Given(Outcome outcome, Evidence.FiredRule by, RuleDescription rule) {}
}
