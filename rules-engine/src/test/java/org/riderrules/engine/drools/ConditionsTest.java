package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riderrules.engine.drools.WrongPacks.ofCondition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.PackProblem;

/** What is wrong among the conditions of a rule is told with its place and a way to mend it. */
class ConditionsTest {

    @Test
    void A_field_that_does_not_exist_is_told_with_its_column_and_the_nearest_name() {
        PackProblem problem = ofCondition("PerformanceWindow( completedOrder > 3 )");

        assertThat(problem.code()).isEqualTo("unknown-field");
        assertThat(problem.column()).isEqualTo(22);
        assertThat(problem.what()).isEqualTo("PerformanceWindow has no field \"completedOrder\"");
        assertThat(problem.mend()).startsWith("maybe you meant completedOrders; known: activeDays, complaintRate");
    }

    @Test
    void A_field_of_a_declared_type_that_does_not_exist_is_told_the_same_way() {
        PackProblem problem = ofCondition("TierThreshold( minOrder > 3 )");

        assertThat(problem.code()).isEqualTo("unknown-field");
        assertThat(problem.mend())
                .isEqualTo("maybe you meant minOrders; known: maxRefusal, minOnTime, minOrders, rank, tier");
    }

    @Test
    void A_field_behind_a_binding_is_checked_against_the_type_that_was_bound() {
        PackProblem problem = ofCondition("$t : TierThreshold() PerformanceWindow( completedOrders > $t.minOder )");

        assertThat(problem.code()).isEqualTo("unknown-field");
        assertThat(problem.column()).isEqualTo(64);
        assertThat(problem.what()).isEqualTo("TierThreshold has no field \"minOder\"");
    }

    @Test
    void A_type_that_does_not_exist_is_told_with_the_nearest_name() {
        PackProblem problem = ofCondition("$v : Violations( code == \"A\" )");

        assertThat(problem.code()).isEqualTo("unknown-type");
        assertThat(problem.column()).isEqualTo(8);
        assertThat(problem.what()).isEqualTo("there is no type Violations that a pattern can ask for");
        assertThat(problem.mend()).startsWith("maybe you meant Violation; known: Appeal, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PerformanceWindow( completedOrders > $minimum )                 | 40 | $minimum | known: $today",
                "accumulate( Measure( $v : value ); $s : sum( $w ) )             | 48 | $w | maybe you meant $v; known: $today, $v",
                "accumulate( Measure( $v : value ); $s : sum( $v ); $s > $limit )| 59 | $limit | known: $s, $today",
                "not Violation( $code : code ) Violation( code == $code )        | 52 | $code | known: $today"
            })
    void A_name_that_nothing_binds_is_told(String condition, int column, String name, String mend) {
        PackProblem problem = ofCondition(condition);

        assertThat(problem.code()).isEqualTo("unknown-binding");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.what()).isEqualTo("nothing before this place binds " + name);
        assertThat(problem.mend()).isEqualTo(mend);
    }

    @Test
    void A_constant_that_does_not_exist_is_told_with_the_nearest_one() {
        PackProblem problem = ofCondition("Violation( severity == ViolationSeverity.REDLINE )");

        assertThat(problem.code()).isEqualTo("unknown-constant");
        assertThat(problem.column()).isEqualTo(44);
        assertThat(problem.what()).isEqualTo("ViolationSeverity has no constant \"REDLINE\"");
        assertThat(problem.mend()).isEqualTo("maybe you meant RED_LINE; known: MINOR, RED_LINE, SERIOUS");
    }

    @Test
    void A_method_that_does_not_exist_is_told_with_the_nearest_one() {
        PackProblem problem = ofCondition("PerformanceWindow( periodFrom >= $today.minusDay( 30 ) )");

        assertThat(problem.code()).isEqualTo("unknown-method");
        assertThat(problem.column()).isEqualTo(43);
        assertThat(problem.what()).isEqualTo("LocalDate has no method minusDay");
        assertThat(problem.mend()).isEqualTo("maybe you meant minusDays");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PerformanceWindow( onTimeRate >= 93 )           | 33 | this compares a Rate with a whole number (93)",
                "PerformanceWindow( onTimeRate >= 0.93B )        | 33 | this compares a Rate with a BigDecimal (0.93B)",
                "PerformanceWindow( periodFrom >= \"2026-01-01\" ) | 33 | this compares a LocalDate with a text (\"2026-01-01\")",
                "Violation( severity == \"RED_LINE\" )             | 23 | this compares a ViolationSeverity with a text (\"RED_LINE\")",
                "Violation( code == ViolationSeverity.MINOR )    | 19 | this compares a text with a ViolationSeverity",
                "$t : TierThreshold() PerformanceWindow( onTimeRate >= $t.minOrders ) | 54 | this compares a Rate with a whole number",
                "Measure( value > $today )                       | 18 | this compares a BigDecimal with a LocalDate",
                "PerformanceWindow( completedOrders in (1, \"2\") )| 45 | this compares a whole number with a text (\"2\")"
            })
    void A_comparison_of_types_that_cannot_meet_is_told_at_its_operator(String condition, int column, String what) {
        PackProblem problem = ofCondition(condition);

        assertThat(problem.code()).isEqualTo("types-differ");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.what()).isEqualTo(what);
    }

    @Test
    void A_text_that_is_compared_with_an_enum_is_mended_with_its_constants() {
        assertThat(ofCondition("Violation( severity == \"RED_LINE\" )").mend())
                .isEqualTo("compare it with a constant: ViolationSeverity.MINOR, ViolationSeverity.SERIOUS, "
                        + "ViolationSeverity.RED_LINE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PerformanceWindow( (onTimeRate == null ? completedOrders : activeDays) > 3 )",
                "PerformanceWindow( completedOrders > (activeDays == 3 ? 1 : 2) )"
            })
    void A_ternary_is_refused_because_Drools_drops_it(String condition) {
        PackProblem problem = ofCondition(condition);

        assertThat(problem.code()).isEqualTo("ternary-dropped");
        assertThat(problem.column()).isEqualTo(condition.indexOf('?') + 3);
        assertThat(problem.mend()).isEqualTo("write two rules, or join two conditions with ||");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eval( true )                                                     | 3 | eval is not part of the language",
                "Violation() from $today                                          | 15 | from is not part of the language",
                "Violation() from entry-point \"x\"                               | 15 | from is not part of the language",
                "$l : java.util.List() from collect( Violation() )                | 25 | from collect is not part of the language",
                "Number( intValue > 3 ) from accumulate( Measure( $v : value ), sum( $v ) ) | 26 | from is not part of the language",
                "Violation() over window:length( 3 )                              | 15 | a window is not part of the language",
                "accumulate( Measure( $v : value ); $s : variance( $v ) )         | 43 | the accumulate function variance is not part of the language",
                "accumulate( Measure( $v : value ); $s : collectSet( $v ) )       | 43 | the accumulate function collectSet is not part of the language",
                "Violation( code matches \"A.*\" )                                | 19 | \"matches\" is not part of the language of packs here",
                "Violation( code str[startsWith] \"A\" )                          | 19 | \"str\" is not part of the language of packs here",
                "Violation( evidence[0] == \"A\" )                                | 22 | \"[\" is not part of the language of packs here",
                "Violation( orderId!.length > 3 )                                 | 21 | \"!.\" is not part of the language of packs here",
                "Violation( this#Violation.code == \"A\" )                        | 18 | \"#\" is not part of the language of packs here",
                "Violation( $a := code )                                          | 17 | \":=\" is not part of the language of packs here",
                "Violation( code == new String() )                                | 22 | \"new\" is not part of the language of packs here",
                "PerformanceWindow( completedOrders > 3 && < 5 )                 | 45 | \"<\" is not part of the language of packs here",
                "Violation( compute( code ) )                                     | 14 | the call compute(...) names no fact or value",
                "Violation( code; )                                               | 14 | this constraint names no field"
            })
    void What_lies_outside_the_language_is_refused(String condition, int column, String what) {
        PackProblem problem = ofCondition(condition);

        assertThat(problem.code()).isEqualTo("construct-not-allowed");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.what()).isEqualTo(what);
        assertThat(problem.mend()).isNotBlank();
    }

    @Test
    void Code_within_accumulate_is_refused() {
        assertThat(WrongPacks.problems(
                        "Number() from accumulate( Measure( $v : value ), init( int n = 0; ), action( n++; ), result( n ) )",
                        WrongPacks.INSERT))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo("construct-not-allowed");
                    assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:10:17");
                    assertThat(problem.what()).isEqualTo("code within accumulate is not part of the language");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PerformanceWindow( completedOrders > 3 && completedOrders < 500, onTimeRate != null )",
                "PerformanceWindow( completedOrders in (1, 2, 3), activeDays not in (4) )",
                "PerformanceWindow( !( completedOrders < 3 ) || refusalRate == null )",
                "PerformanceWindow( completedOrders + peakOrders * 2 > 30, -activeDays < 0 )",
                "$t : TierThreshold() PerformanceWindow( $t.maxRefusal == null || refusalRate <= $t.maxRefusal )",
                "$v : Violation( evidence contains \"photo\" ) not Violation( this != $v, code == $v.code )",
                "Violation( severity >= ViolationSeverity.SERIOUS, occurredOn >= $today.minusDays( 90 ) )",
                "accumulate( Measure( name == \"points\", $v : value ); $s : sum( $v ), $n : count(); $n > 1, $s >= 3 )",
                "exists( Violation( $code : code ) and Delivery( orderId == $code ) )",
                "forall( Document( verified == true ) )",
                "( Violation() or Delivery() )",
                "CareClaim( certified, !certified || unfitDays > 3 )",
                "TrainingResult( score.total > 3, /* a comment */ score.count < 7 ) // another"
            })
    void What_the_language_has_compiles(String condition) {
        assertThat(WrongPacks.problems(condition, WrongPacks.INSERT)).isEmpty();
    }
}
