package org.riderrules.engine.budget;

import java.time.Duration;
import org.riderrules.api.error.Require;

/**
 * What building one version of a pack may use. Immutable, thread-safe; see {@link Budgets.Builder} for the defaults.
 *
 * @param time wall-clock time for compiling its rules, PT0.001S to PT1H
 * @param packBytes bytes of all its files together, 1 to 1073741824
 * @param ruleBytes bytes of its DRL files together, 1 to 1073741824
 * @param nesting how deep brackets may stand within one another in a DRL file, 1 to 100
 * @param types declared types, 1 to 100000
 * @param rules rules, 1 to 100000
 * @param patterns patterns of one rule at any depth, 1 to 1000
 * @param constraints constraints and bindings of one rule together, 1 to 10000
 * @param branches ways in which the conditions of one rule can be met through {@code or}, 1 to 1000
 * @param rows rows of all its tables together, 1 to 1000000
 * @param classes classes generated from it, 1 to 1000000
 * @param classBytes bytes of these classes together, 1 to 1073741824
 */
public record BuildBudget(
        Duration time,
        int packBytes,
        int ruleBytes,
        int nesting,
        int types,
        int rules,
        int patterns,
        int constraints,
        int branches,
        int rows,
        int classes,
        int classBytes) {
    private static final int GIBIBYTE = 1 << 30;

    /** @throws org.riderrules.api.error.InvalidValueException naming the first budget that is out of range */
    public BuildBudget {
        Durations.within("buildTime", time);
        within("packBytes", packBytes, GIBIBYTE);
        within("ruleBytes", ruleBytes, GIBIBYTE);
        within("nesting", nesting, 100);
        within("types", types, 100_000);
        within("rules", rules, 100_000);
        within("patterns", patterns, 1_000);
        within("constraints", constraints, 10_000);
        within("branches", branches, 1_000);
        within("rows", rows, 1_000_000);
        within("classes", classes, 1_000_000);
        within("classBytes", classBytes, GIBIBYTE);
    }

    private static void within(String field, int value, int most) {
        Require.range(Budgets.TYPE, field, value, 1, most);
    }
}
