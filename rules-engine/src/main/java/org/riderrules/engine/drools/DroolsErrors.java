package org.riderrules.engine.drools;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;
import org.kie.memorycompiler.CompilationProblem;
import org.riderrules.api.error.PackProblem;

/** Tells what Drools and the Java compiler found in the author's words and at the author's place. */
final class DroolsErrors {
    private final String packLabel;
    private final List<ParsedRule> rules;
    private final Problems problems;

    DroolsErrors(String packLabel, List<ParsedRule> rules, Problems problems) {
        this.packLabel = packLabel;
        this.rules = rules;
        this.problems = problems;
    }

    /** Tells the errors of the generator. */
    void tell(Collection<? extends KnowledgeBuilderResult> results) {
        for (KnowledgeBuilderResult result : results) {
            if (result.getSeverity() == ResultSeverity.ERROR) {
                problems.add(PackProblem.inFile("drools-error", packLabel, result.getMessage(), "mend it"));
            }
        }
    }

    /** Tells the errors of the Java compiler. */
    void tell(List<CompilationProblem> errors, Map<String, String> sources) {
        for (CompilationProblem error : errors) {
            problems.add(PackProblem.inFile("drools-error", packLabel, error.getMessage(), "mend it"));
        }
    }

    /** Tells that the generator crashed. */
    void tellCrash(Throwable crash) {
        problems.add(PackProblem.inFile("drools-error", packLabel, String.valueOf(crash), "mend it " + rules.size()));
    }
}
