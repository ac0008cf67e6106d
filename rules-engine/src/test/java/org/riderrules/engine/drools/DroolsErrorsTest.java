package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riderrules.api.error.PackProblem;
import org.riderrules.engine.budget.Budgets;

/**
 * What Drools and the Java compiler find is told at the author's place. The checks before find most of it; here they
 * are left out, so that the net below them is tested.
 */
class DroolsErrorsTest {

    private static List<PackProblem> withoutChecks(String... namesAndTexts) {
        ClassLoader loader = DroolsErrorsTest.class.getClassLoader();
        ParsedPack pack = ParsedPack.read(
                "tiering v1",
                Packs.sources(namesAndTexts),
                Set.of("TierThreshold"),
                Packs.vocabulary(),
                loader,
                new BuildWatch(),
                new Problems());
        Problems problems = new Problems();
        SizeCheck size = new SizeCheck(Budgets.STANDARD.build(), "tiering v1");
        assertThat(new CodePipeline(pack, loader, Sandbox.STANDARD, size, new BuildWatch()).run(problems))
                .isNull();
        return problems.sorted();
    }

    private static PackProblem only(String condition, String rightHandSide) {
        // A second rule, so that the place has to be found, not guessed.
        String other = Packs.DECIDE;
        return WrongPacks.only(withoutChecks(
                "vocabulary.drl",
                Packs.VOCABULARY,
                "decide.drl",
                other,
                "x.drl",
                WrongPacks.rule(condition, rightHandSide)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PerformanceWindow( completedOrders.foo() > 3 )       | 10:38 | Integer has no method foo()",
                "PerformanceWindow( periodFrom > $today.minusDays( \"x\" ) ) | 10:42 | LocalDate has no method minusDays(String)",
                "PerformanceWindow( completedOrder > 3 )              | 10:22 | this is not understood: completedOrder > 3",
                "Violation( severity == ViolationSeverity.NOPE )      | 10:44 | ViolationSeverity has no field NOPE",
                "accumulate( Measure( $v : value ); $s : sum( $w ) )  | 10:48 | nothing here is called $w",
                "Nope( x > 3 )                                        | 10:3  | Unable to find class: Nope",
                "Violation( severity == \"RED_LINE\" )                | 6:1   | The method alphaIndexedBy"
            })
    void An_error_in_a_condition_is_told_in_its_rule(String condition, String place, String what) {
        PackProblem problem = only(condition, WrongPacks.INSERT);

        assertThat(problem.code()).isEqualTo("drools-error");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:" + place);
        assertThat(problem.what()).startsWith(what).doesNotContain("org.").doesNotContain("Lambda");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert( new TierAssigned( \"A\", 3 ) );                      | 12:11 | TierAssigned cannot be made from (String, int)",
                "insert( new Qualified( \"A\", $today ) );                    | 12:11 | Qualified cannot be made from (String, LocalDate)",
                "insert( new Qualified( \"A\", TierMovement.NOPE ) );         | 12:44 | nothing here is called NOPE",
                "insert( new Qualified( \"A\", $rank ) );                     | 12:31 | nothing here is called $rank",
                "insert( new Qualified( \"A\", $today.foo() ) );              | 12:38 | LocalDate has no method foo"
            })
    void An_error_on_the_right_hand_side_is_told_at_its_place(String text, String place, String what) {
        PackProblem problem = only("", text);

        assertThat(problem.code()).isEqualTo("drools-error");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:" + place);
        assertThat(problem.what()).isEqualTo(what);
    }

    @Test
    void Errors_of_several_rules_are_told_together() {
        List<PackProblem> problems = withoutChecks(
                "vocabulary.drl", Packs.VOCABULARY,
                "x.drl", WrongPacks.rule("Nope()", WrongPacks.INSERT),
                "y.drl",
                        WrongPacks.rule("Violation( nope == 3 )", WrongPacks.INSERT)
                                .replace("what", "what else"));

        assertThat(problems)
                .extracting(PackProblem::where)
                .containsExactly("tiering/v1/rules/x.drl:10:3", "tiering/v1/rules/y.drl:10:14");
    }

    @Test
    void A_rule_that_only_Drools_refuses_is_told_together_with_what_the_checks_find_in_others() {
        String drools =
                WrongPacks.rule("PerformanceWindow( periodFrom > $today.minusDays( \"x\" ) )", WrongPacks.INSERT);
        String checks = WrongPacks.rule("PerformanceWindow( nope > 3 )", WrongPacks.INSERT)
                .replace("what", "what else")
                .replace("tiering.x", "tiering.y");

        assertThat(Packs.compile(Packs.sources("vocabulary.drl", Packs.VOCABULARY, "x.drl", drools, "y.drl", checks))
                        .problems())
                .extracting(PackProblem::code, PackProblem::where)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("drools-error", "tiering/v1/rules/x.drl:10:42"),
                        org.assertj.core.groups.Tuple.tuple("unknown-field", "tiering/v1/rules/y.drl:10:22"));
    }
}
