package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riderrules.engine.drools.WrongPacks.ofRightHandSide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riderrules.api.error.PackProblem;

/** The right-hand side is one insert of one new conclusion or outcome, made from the right values. */
class RightHandSideTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.exit( 0 );                                                               | 3  | it has \"System\" here",
                "insert( new Qualified( \"A\", 1 ) ); insert( new Qualified( \"B\", 2 ) );       | 38 | it has \"insert\" here",
                "Qualified q = new Qualified(); insert( q );                                     | 3  | it has \"Qualified\" here",
                "insert( $today );                                                               | 11 | it has \"$today\" here",
                "insertLogical( new Qualified( \"A\", 1 ) );                                     | 3  | it has \"insertLogical\" here",
                "if ( true ) insert( new Qualified( \"A\", 1 ) );                                | 3  | it has \"if\" here",
                "insert( new Qualified( \"A\", 1 ) {} );                                         | 35 | it has \"{\" here",
                "drools.halt();                                                                  | 3  | it has \"drools\" here"
            })
    void Anything_but_one_insert_is_refused(String text, int column, String why) {
        PackProblem problem = ofRightHandSide(text);

        assertThat(problem.code()).isEqualTo("consequence-not-one-insert");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.what()).isEqualTo("the right-hand side is not exactly one insert of one new object: " + why);
        assertThat(problem.mend())
                .isEqualTo("write exactly: insert( new T( ... ) ); if it needs more than that, it is two rules");
    }

    @Test
    void An_empty_right_hand_side_is_refused_where_the_rule_ends() {
        PackProblem problem = WrongPacks.only(WrongPacks.problems("", ""));

        assertThat(problem.code()).isEqualTo("consequence-not-one-insert");
        assertThat(problem.line()).isEqualTo(13);
    }

    @Test
    void A_rule_that_inserts_an_outcome_of_another_topic_is_refused_with_its_line() {
        PackProblem problem = ofRightHandSide("insert( new BenefitGranted( \"A\" ) );");

        assertThat(problem.code()).isEqualTo("outcome-of-another-topic");
        assertThat(problem.column()).isEqualTo(15);
        assertThat(problem.what()).isEqualTo("BenefitGranted belongs to welfare");
        assertThat(problem.mend()).isEqualTo("known: BusyWeek, Qualified, TierAssigned, TierGateMissed, TierShielded");
    }

    @Test
    void A_rule_that_inserts_a_fact_is_refused() {
        PackProblem problem = ofRightHandSide("insert( new SurveyAnswer( \"A\", $today, 3 ) );");

        assertThat(problem.code()).isEqualTo("insert-of-fact");
        assertThat(problem.column()).isEqualTo(15);
        assertThat(problem.what()).isEqualTo("a rule does not insert SurveyAnswer, which a request brings in");
    }

    @Test
    void A_rule_that_inserts_the_effective_day_is_refused() {
        assertThat(ofRightHandSide("insert( new AsOf( $today ) );").code()).isEqualTo("insert-of-fact");
    }

    @Test
    void A_rule_that_inserts_a_table_row_is_refused() {
        PackProblem problem = ofRightHandSide("insert( new TierThreshold( \"A\", 1, 1, null, null ) );");

        assertThat(problem.code()).isEqualTo("insert-table-row");
        assertThat(problem.what()).isEqualTo("a rule does not insert TierThreshold, which its table fills");
        assertThat(problem.mend()).startsWith("add a row to the table");
    }

    @Test
    void A_rule_that_inserts_an_unknown_type_is_told_the_nearest_one() {
        PackProblem problem = ofRightHandSide("insert( new Qualifed( \"A\", 1 ) );");

        assertThat(problem.code()).isEqualTo("insert-unknown-type");
        assertThat(problem.what()).isEqualTo("there is no type Qualifed to insert");
        assertThat(problem.mend()).startsWith("maybe you meant Qualified; known: BusyWeek, Qualified, ");
    }

    @Test
    void Too_few_values_for_an_outcome_are_told_with_the_values_it_wants() {
        PackProblem problem = ofRightHandSide("insert( new TierAssigned( \"A\", 3 ) );");

        assertThat(problem.code()).isEqualTo("insert-arguments");
        assertThat(problem.column()).isEqualTo(15);
        assertThat(problem.what()).isEqualTo("TierAssigned is made from 5 values, here are 2");
        assertThat(problem.mend())
                .isEqualTo("give, in this order: tier : String, rank : int, movement : TierMovement, "
                        + "validFrom : LocalDate, validUntil : LocalDate");
    }

    @Test
    void A_value_of_the_wrong_type_is_told_at_its_place() {
        PackProblem problem =
                ofRightHandSide("insert( new TierAssigned( 3, 3, TierMovement.FIRST, $today, $today ) );");

        assertThat(problem.code()).isEqualTo("insert-arguments");
        assertThat(problem.column()).isEqualTo(29);
        assertThat(problem.what()).isEqualTo("the tier of TierAssigned must be of type String, here is a whole number");
    }

    @Test
    void A_missing_value_is_refused_for_a_number_and_allowed_for_a_reference() {
        assertThat(ofRightHandSide("insert( new Qualified( \"A\", null ) );").what())
                .isEqualTo("the rank of Qualified must be of type int, here is null");
        assertThat(WrongPacks.problems("", "insert( new Qualified( null, 1 ) );"))
                .isEmpty();
    }

    @Test
    void A_constant_that_does_not_exist_is_told() {
        PackProblem problem =
                ofRightHandSide("insert( new TierAssigned( \"A\", 3, TierMovement.FIRS, $today, $today ) );");

        assertThat(problem.code()).isEqualTo("unknown-constant");
        assertThat(problem.column()).isEqualTo(50);
    }

    @Test
    void A_field_without_its_method_is_refused_because_Java_has_no_such_field() {
        PackProblem problem = WrongPacks.only(
                WrongPacks.problems("$t : TierThreshold()", "insert( new Qualified( \"A\", $t.rank ) );"));

        assertThat(problem.code()).isEqualTo("field-in-insert");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:12:34");
        assertThat(problem.mend()).isEqualTo("bind it in its pattern and hand on the name, or call getRank()");
    }

    @Test
    void A_field_may_be_read_by_its_method_and_counts_as_read() {
        Compilation compilation = Packs.compile(Packs.sources(
                "vocabulary.drl",
                Packs.VOCABULARY,
                "x.drl",
                WrongPacks.rule(
                        "$t : TierThreshold() $w : PerformanceWindow( completedOrders != null )",
                        "insert( new Qualified( $t.getTier(), $w.completedOrders() ) );")));

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.rules().rule(WrongPacks.NAME).reads())
                .contains(
                        new FieldRead("TierThreshold", "tier", FieldRead.How.INSERTED),
                        new FieldRead("PerformanceWindow", "completedOrders", FieldRead.How.INSERTED));
    }
}
