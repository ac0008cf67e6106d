package org.riderrules.engine.drools;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;

/**
 * What came of compiling a pack version: rules, or every problem that was found.
 *
 * @param problems what is wrong, by file, line and column; empty when {@code rules} is there
 * @param rules the compiled rules; null when there are problems
 */
public record Compilation(
        List<PackProblem> problems, @Nullable CompiledRules rules) {

    /** Copies {@code problems}. */
    public Compilation {
        problems = List.copyOf(problems);
    }
}
