package org.riderrules.engine.drools;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.budget.BuildBudget;

/**
 * Compiles the rules of one pack version: sorted sources, descriptors, gate, Java sources, bytes, gate, own loader, rule
 * base. Thread-safe; compilations run one after the other, because parallel builds are a known source of errors in
 * Drools.
 */
public final class RuleCompiler {
    private static final BuildQueue ONE_AT_A_TIME = new BuildQueue();

    private RuleCompiler() {}

    /**
     * Compiles a pack version within {@link Budgets#STANDARD}. Never throws for anything an author wrote: all problems that can be found are in the
     * result.
     *
     * @param packLabel pack and version, for instance {@code tiering v2}
     * @param sources its DRL files, in any order
     * @param tableTypes the names of the declared types that are filled from tables
     * @param vocabulary what the pack may talk about
     */
    public static Compilation compile(
            String packLabel, List<DrlSource> sources, Set<String> tableTypes, Vocabulary vocabulary) {
        return compile(packLabel, sources, tableTypes, vocabulary, Budgets.STANDARD.build());
    }

    /** As {@link #compile(String, List, Set, Vocabulary)}, within other budgets; to exceed one is a problem of the pack. */
    public static Compilation compile(
            String packLabel,
            List<DrlSource> sources,
            Set<String> tableTypes,
            Vocabulary vocabulary,
            BuildBudget budget) {
        return ONE_AT_A_TIME.run(
                packLabel, budget.time(), watch -> compile(packLabel, sources, tableTypes, vocabulary, budget, watch));
    }

    private static Compilation compile(
            String packLabel,
            List<DrlSource> sources,
            Set<String> tableTypes,
            Vocabulary vocabulary,
            BuildBudget budget,
            BuildWatch watch) {
        ClassLoader parent = RuleCompiler.class.getClassLoader();
        SizeCheck size = new SizeCheck(budget, packLabel);
        try {
            Problems problems = new Problems();
            size.texts(sources, problems);
            if (!problems.none()) {
                return new Compilation(problems.sorted(), null);
            }
            ParsedPack pack = ParsedPack.read(packLabel, sources, tableTypes, vocabulary, parent, watch, problems);
            Problems tooLarge = new Problems();
            size.rules(pack, tooLarge);
            if (!tooLarge.none()) {
                return new Compilation(tooLarge.sorted(), null);
            }
            boolean generate = PackChecks.check(pack, vocabulary, problems);
            if (generate && problems.none()) {
                @Nullable
                CompiledRules rules = new CodePipeline(pack, parent, Sandbox.STANDARD, size, watch).run(problems);
                return new Compilation(problems.sorted(), problems.none() ? rules : null);
            }
            if (generate) {
                sound(pack, problems, parent, size, watch);
            }
            return new Compilation(problems.sorted(), null);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // Nothing an author writes may surface as an exception; a text this strange is a problem of the pack.
            String what = "the pack cannot be read: " + Readable.message(String.valueOf(e.getMessage()));
            return new Compilation(
                    List.of(PackProblem.inFile("drools-error", packLabel, what, "simplify the rule added last")), null);
        }
    }

    /** Tries out the rules in which nothing was found so far, so that all problems are told at once. */
    private static void sound(
            ParsedPack pack, Problems problems, ClassLoader parent, SizeCheck size, BuildWatch watch) {
        Set<String> wrong = problems.sorted().stream()
                .map(problem -> problem.file() + problem.rule())
                .collect(Collectors.toSet());
        List<ParsedRule> rest = pack.rules().stream()
                .filter(rule ->
                        !wrong.contains(rule.file().path() + rule.description().name()))
                .toList();
        if (!rest.isEmpty()) {
            new CodePipeline(pack.with(rest, watch), parent, Sandbox.STANDARD, size, watch).tryOut(problems);
        }
    }
}
