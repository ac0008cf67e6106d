package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.riderrules.api.error.PackProblem;

/** Deliberately wrong packs. The rule of {@link #rule} begins on line 6 of rules/x.drl, its condition is on line 10. */
final class WrongPacks {
    static final String INSERT = "insert( new Qualified( \"GOLD\", 3 ) );";
    static final String NAME = "A rider must get what the test is about.";
    static final String FILE = "tiering/v1/rules/x.drl";

    private WrongPacks() {}

    /** A file of the stage decide with one rule: condition on line 10, right-hand side on line 12, both in column 3. */
    static String rule(String condition, String rightHandSide) {
        return Packs.HEAD + """
                agenda-group "decide"

                rule "%s"
                  @id("tiering.x") @source("Rider Charter 2026, 9")
                when
                  AsOf( $today : date )
                  %s
                then
                  %s
                end
                """.formatted(NAME, condition, rightHandSide);
    }

    static List<PackProblem> problems(String condition, String rightHandSide) {
        return inFile(rule(condition, rightHandSide));
    }

    static List<PackProblem> inFile(String text) {
        return Packs.compile(Packs.sources("vocabulary.drl", Packs.VOCABULARY, "x.drl", text))
                .problems();
    }

    /** The only problem of a rule with this condition, which must be told at line 10. */
    static PackProblem ofCondition(String condition) {
        PackProblem problem = only(problems(condition, INSERT));
        assertThat(problem.line()).isEqualTo(10);
        return problem;
    }

    /** The only problem of a rule with this right-hand side, which must be told at line 12. */
    static PackProblem ofRightHandSide(String text) {
        PackProblem problem = only(problems("", text));
        assertThat(problem.line()).isEqualTo(12);
        return problem;
    }

    /** The only problem; it must lie in the file and the rule of this class. */
    static PackProblem only(List<PackProblem> problems) {
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).file()).isEqualTo(FILE);
        assertThat(problems.get(0).rule()).isEqualTo(NAME);
        return problems.get(0);
    }
}
