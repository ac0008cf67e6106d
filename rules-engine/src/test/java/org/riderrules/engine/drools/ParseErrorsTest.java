package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.PackProblem;

/** Text that is no DRL is told with its place, all of it at once, and never as an exception. */
class ParseErrorsTest {

    @Test
    void A_text_that_cannot_be_read_is_told_with_line_column_and_rule() {
        PackProblem problem = WrongPacks.ofCondition("PerformanceWindow( completedOrders = 3 )");

        assertThat(problem.code()).isEqualTo("parse-error");
        assertThat(problem.column()).isEqualTo(38);
        assertThat(problem.what()).isEqualTo("this cannot be read as DRL: did not expect '='");
        assertThat(problem.mend()).startsWith("look here and just before for a missing comma");
    }

    @Test
    void Every_rule_that_cannot_be_read_is_told_not_only_the_first_of_a_file() {
        String bad = WrongPacks.rule("PerformanceWindow( completedOrders > )", WrongPacks.INSERT);
        String second = bad.substring(bad.indexOf("rule \""))
                .replace("what", "what else")
                .replace("tiering.x", "tiering.y");
        List<PackProblem> problems = Packs.compile(Packs.sources(
                        "vocabulary.drl", Packs.VOCABULARY, "x.drl", bad + second, "y.drl", bad.replace("what", "all")))
                .problems();

        assertThat(problems)
                .extracting(PackProblem::code, PackProblem::where)
                .containsExactly(
                        Tuple.tuple("parse-error", "tiering/v1/rules/x.drl:10:40"),
                        Tuple.tuple("parse-error", "tiering/v1/rules/x.drl:18:40"),
                        Tuple.tuple("parse-error", "tiering/v1/rules/y.drl:10:40"));
    }

    @Test
    void What_can_be_read_beside_an_error_is_checked_all_the_same() {
        String bad = WrongPacks.rule("PerformanceWindow( completedOrders > )", WrongPacks.INSERT);
        String other = WrongPacks.rule("PerformanceWindow( completedOrder > 3 )", WrongPacks.INSERT)
                .replace("what", "what else")
                .replace("tiering.x", "tiering.y");

        assertThat(WrongPacks.inFile(bad + other.substring(other.indexOf("rule \""))))
                .extracting(PackProblem::code)
                .containsExactly("parse-error", "unknown-field");
    }

    @Test
    void A_type_whose_declaration_cannot_be_read_is_not_told_as_unknown_too() {
        List<PackProblem> problems = Packs.compile(Packs.sources(
                        "vocabulary.drl", Packs.VOCABULARY.replace("orders : int", "orders int"),
                        "x.drl", WrongPacks.rule("BusyWeek( orders > 3 )", WrongPacks.INSERT)))
                .problems();

        assertThat(problems).extracting(PackProblem::code).containsExactly("parse-error");
        assertThat(problems.get(0).file()).isEqualTo("tiering/v1/rules/vocabulary.drl");
        assertThat(problems.get(0).line()).isEqualTo(12);
    }

    @Test
    void A_pack_without_any_file_is_a_problem() {
        assertThat(Packs.compile(List.of()).problems())
                .extracting(PackProblem::code)
                .containsExactly("pack-without-rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rule",
                "package",
                "}",
                "\"",
                "/* never closed",
                "rule \"x\" when then end",
                "package tiering; rule \"A must.\" when",
                "package tiering; declare",
                "package tiering; declare X a : end",
                "package tiering;\u0000",
                "package tiering; import ;",
                "package tiering; rule \"A must.\" @id( when then end",
                "package tiering; rule \"A must.\" @id(3) @id(4) @source when then then end",
                "package tiering; rule \"A \\\" + x must.\" @id(\"a\") @source(\"b\") when then insert( new X() ); end"
            })
    void Whatever_stands_in_a_file_it_is_told_and_not_thrown(String text) {
        assertThat(Packs.compile(Packs.sources("x.drl", text)).problems()).isNotEmpty();
    }

    @Test
    void Parentheses_a_thousand_deep_are_told_and_not_thrown() {
        String deep = "Violation( " + "(".repeat(20_000) + "id == \"x\"" + ")".repeat(20_000) + " )";

        assertThat(WrongPacks.problems(deep, WrongPacks.INSERT)).isNotEmpty();
    }

    @Test
    void Line_ends_of_any_kind_and_a_byte_order_mark_do_not_move_places() {
        String text = WrongPacks.rule("PerformanceWindow( completedOrder > 3 )", WrongPacks.INSERT);

        assertThat(WrongPacks.inFile("\uFEFF" + text.replace("\n", "\r\n")))
                .extracting(PackProblem::where)
                .containsExactly("tiering/v1/rules/x.drl:10:22");
    }
}
