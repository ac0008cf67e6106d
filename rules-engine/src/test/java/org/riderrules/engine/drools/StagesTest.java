package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.PackProblem;

/** A rule reads only what its own or an earlier stage inserts, and negates only what an earlier stage inserts. */
class StagesTest {

    private static List<PackProblem> problems(String qualifyCondition) {
        String qualify = Packs.HEAD + """
                agenda-group "qualify"
                rule "A rider must qualify."
                  @id("tiering.q") @source("Rider Charter 2026, 1")
                when
                  %s
                then
                  insert( new Qualified( "GOLD", 3 ) );
                end
                """.formatted(qualifyCondition);
        String decide = WrongPacks.rule("", "insert( new BusyWeek( 3 ) );");
        return Packs.compile(Packs.sources("vocabulary.drl", Packs.VOCABULARY, "qualify.drl", qualify, "x.drl", decide))
                .problems();
    }

    @Test
    void A_pattern_over_what_only_a_later_stage_inserts_is_refused() {
        List<PackProblem> problems = problems("BusyWeek()");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("stage-order");
        assertThat(problems.get(0).where()).isEqualTo("tiering/v1/rules/qualify.drl:8:3");
        assertThat(problems.get(0).what())
                .isEqualTo("this asks for BusyWeek in the stage qualify, but it is inserted only later, in decide "
                        + "(tiering/v1/rules/x.drl:6)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not Qualified()",
                "exists Qualified()",
                "forall( Qualified( rank > 3 ) )",
                "accumulate( Qualified( $r : rank ); $m : max( $r ) )"
            })
    void A_quantifier_over_what_the_same_stage_inserts_is_refused(String condition) {
        List<PackProblem> problems = problems(condition);

        assertThat(problems).extracting(PackProblem::code).containsExactly("negation-same-stage");
        assertThat(problems.get(0).line()).isEqualTo(8);
        assertThat(problems.get(0).what())
                .contains("looks at Qualified, which rule \"A rider must qualify.\" (tiering/v1/rules/qualify.drl:5) "
                        + "inserts in the stage qualify, not before qualify");
    }

    @Test
    void A_quantifier_over_what_a_later_stage_inserts_is_refused() {
        assertThat(problems("not BusyWeek()")).extracting(PackProblem::code).containsExactly("negation-same-stage");
    }

    @Test
    void A_pattern_over_what_the_same_stage_inserts_is_allowed() {
        assertThat(problems("Qualified( rank > 100 )")).isEmpty();
    }

    @Test
    void A_quantifier_over_facts_rows_and_outcomes_of_earlier_topics_is_allowed() {
        assertThat(problems("not Violation() exists TierThreshold() not PointsInForce()"))
                .isEmpty();
    }

    @Test
    void A_conclusion_that_nobody_inserts_is_listed() {
        Compilation compilation = Packs.compile(Packs.sources(
                "vocabulary.drl", Packs.VOCABULARY, "x.drl", WrongPacks.rule("BusyWeek()", WrongPacks.INSERT)));

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.rules().graph().typesNobodyInserts()).containsExactly("BusyWeek");
    }
}
