package org.riderrules.engine.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;
import org.kie.memorycompiler.CompilationProblem;
import org.riderrules.api.error.PackProblem;

/**
 * Tells what Drools and the Java compiler found, in the author's words and at the author's place. The checks before
 * find almost everything; this is the net under them.
 */
final class DroolsErrors {
    private static final String CODE = "drools-error";

    private final ParsedPack pack;
    private final Problems problems;

    /**
     * @param pack what is compiled: one rule only where the generator's messages are to be told apart, because they name
     *     neither rule nor line
     */
    DroolsErrors(ParsedPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    /** Tells the errors of the generator. */
    void tell(Collection<? extends KnowledgeBuilderResult> results) {
        for (KnowledgeBuilderResult result : results) {
            if (result.getSeverity() == ResultSeverity.ERROR) {
                tell(result.getMessage(), result.getResource(), line(result));
            }
        }
    }

    /** Tells that the generator or the rule base crashed. */
    void tellCrash(Throwable crash) {
        String message = crash.getMessage();
        tell(message == null ? "the rule cannot be compiled" : message, null, 0);
    }

    private static int line(KnowledgeBuilderResult result) {
        int[] lines = result.getLines();
        return lines == null || lines.length == 0 ? 0 : lines[0];
    }

    private void tell(String message, @Nullable Resource resource, int line) {
        String said = Readable.message(message);
        if (pack.rules().size() == 1) {
            ParsedRule rule = pack.rules().get(0);
            tell(rule, Snippets.find(rule, Readable.quoted(message)), said);
        } else {
            String path =
                    resource == null || resource.getSourcePath() == null ? pack.label() : resource.getSourcePath();
            problems.add(new PackProblem(CODE, path, Math.max(0, line), 0, null, said, Readable.MEND));
        }
    }

    private void tell(ParsedRule rule, int offset, String said) {
        problems.add(CODE, rule.file(), offset, rule.description().name(), said, Readable.MEND);
    }

    /** Tells the errors of the Java compiler: generated class to rule, failing snippet to place. */
    void tell(List<CompilationProblem> errors, Map<String, String> sources) {
        GeneratedNames names = new GeneratedNames(sources);
        for (CompilationProblem error : errors.stream()
                .sorted(Comparator.comparing(CompilationProblem::getFileName)
                        .thenComparingInt(CompilationProblem::getStartColumn))
                .toList()) {
            String path = error.getFileName().replaceFirst("^src/main/java/", "");
            List<ParsedRule> concerned =
                    pack.rules().stream().filter(rule -> names.uses(rule, path)).toList();
            for (ParsedRule rule : concerned) {
                tell(rule, Snippets.find(rule, names.snippets(path, error)), Readable.message(error.getMessage()));
            }
            if (concerned.isEmpty()) {
                tell(error.getMessage(), null, 0);
            }
        }
    }
}
