package org.riderrules.engine.drools;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;

/** Collects what is wrong with a pack while it is compiled; each problem once, by place. */
final class Problems {
    private final TreeSet<PackProblem> found = new TreeSet<>();

    /** Adds a problem at an offset of a file. */
    void add(String code, SourceText file, int offset, @Nullable String rule, String what, String mend) {
        add(new PackProblem(code, file.path(), file.line(offset), file.column(offset), rule, what, mend));
    }

    /** Adds a problem. */
    void add(PackProblem problem) {
        found.add(problem);
    }

    /** Whether nothing was found so far. */
    boolean none() {
        return found.isEmpty();
    }

    /** What was found so far, by file, line and column. */
    List<PackProblem> sorted() {
        return List.copyOf(found);
    }
}
