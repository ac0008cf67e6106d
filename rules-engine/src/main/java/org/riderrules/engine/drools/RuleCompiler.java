package org.riderrules.engine.drools;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;

/**
 * Compiles the rules of one pack version: sorted sources, descriptors, gate, Java sources, bytes, gate, own loader, rule
 * base. Thread-safe; compilations run one after the other, because parallel builds are a known source of errors in
 * Drools.
 */
public final class RuleCompiler {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private RuleCompiler() {}

    /**
     * Compiles a pack version. Never throws for anything an author wrote: all problems that can be found are in the
     * result.
     *
     * @param packLabel pack and version, for instance {@code tiering v2}
     * @param sources its DRL files, in any order
     * @param tableTypes the names of the declared types that are filled from tables
     * @param vocabulary what the pack may talk about
     */
    public static Compilation compile(
            String packLabel, List<DrlSource> sources, Set<String> tableTypes, Vocabulary vocabulary) {
        ClassLoader parent = RuleCompiler.class.getClassLoader();
        ONE_AT_A_TIME.lock();
        try {
            Problems problems = new Problems();
            ParsedPack pack = ParsedPack.read(packLabel, sources, tableTypes, vocabulary, parent, problems);
            boolean generate = PackChecks.check(pack, vocabulary, problems);
            if (generate && problems.none()) {
                @Nullable CompiledRules rules = new CodePipeline(pack, parent, Sandbox.STANDARD).run(problems);
                return new Compilation(problems.sorted(), problems.none() ? rules : null);
            }
            if (generate) {
                sound(pack, problems, parent);
            }
            return new Compilation(problems.sorted(), null);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // Nothing an author writes may surface as an exception; a text this strange is a problem of the pack.
            String what = "the pack cannot be read: " + Readable.message(String.valueOf(e.getMessage()));
            return new Compilation(
                    List.of(PackProblem.inFile("drools-error", packLabel, what, "simplify the rule added last")), null);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Tries out the rules in which nothing was found so far, so that all problems are told at once. */
    private static void sound(ParsedPack pack, Problems problems, ClassLoader parent) {
        Set<String> wrong = problems.sorted().stream()
                .map(problem -> problem.file() + problem.rule())
                .collect(Collectors.toSet());
        List<ParsedRule> rest = pack.rules().stream()
                .filter(rule ->
                        !wrong.contains(rule.file().path() + rule.description().name()))
                .toList();
        if (!rest.isEmpty()) {
            new CodePipeline(pack.with(rest), parent, Sandbox.STANDARD).tryOut(problems);
        }
    }
}
