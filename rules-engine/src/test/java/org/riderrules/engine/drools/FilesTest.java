package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riderrules.api.error.PackProblem;

/** What a file states at its top and declares, and the heads of its rules. */
class FilesTest {
    private static final String GOOD = WrongPacks.rule("", WrongPacks.INSERT);

    private static PackProblem only(String text) {
        return WrongPacks.only(WrongPacks.inFile(text));
    }

    private static PackProblem onlyInVocabulary(String addition) {
        List<PackProblem> problems = Packs.compile(Packs.sources("vocabulary.drl", Packs.VOCABULARY + addition))
                .problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).file()).isEqualTo("tiering/v1/rules/vocabulary.drl");
        assertThat(problems.get(0).rule()).isNull();
        return problems.get(0);
    }

    @Test
    void Files_that_state_different_packages_are_refused() {
        List<PackProblem> problems = WrongPacks.inFile(GOOD.replace("package tiering;", "package tiers;"));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("package-differs");
        assertThat(problems.get(0).where()).isEqualTo("tiering/v1/rules/x.drl:1:1");
        assertThat(problems.get(0).what())
                .isEqualTo(
                        "this file states package tiers, but tiering/v1/rules/vocabulary.drl states package tiering");
    }

    @Test
    void A_package_that_is_no_plain_name_is_refused() {
        List<PackProblem> problems =
                Packs.compile(Packs.sources("x.drl", "package Tiering;\n")).problems();

        assertThat(problems).extracting(PackProblem::code).containsExactly("package-differs");
        assertThat(problems.get(0).what()).isEqualTo("the package Tiering is no plain name of its own");
    }

    @Test
    void A_file_without_a_package_is_refused() {
        List<PackProblem> problems = WrongPacks.inFile(GOOD.replace("package tiering;", ""));

        assertThat(problems).extracting(PackProblem::code).containsExactly("package-differs");
        assertThat(problems.get(0).what()).isEqualTo("the file states no package");
    }

    @Test
    void A_file_with_rules_states_its_stage() {
        PackProblem problem = only(GOOD.replace("agenda-group \"decide\"", ""));

        assertThat(problem.code()).isEqualTo("file-without-agenda-group");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:6:1");
        assertThat(problem.mend())
                .isEqualTo("write agenda-group and one of \"derive\", \"qualify\", \"decide\" above the first rule");
    }

    @Test
    void A_stage_that_does_not_exist_is_refused() {
        List<PackProblem> problems = WrongPacks.inFile(GOOD.replace("\"decide\"", "\"decision\""));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("agenda-group-unknown");
        assertThat(problems.get(0).where()).isEqualTo("tiering/v1/rules/x.drl:4:14");
        assertThat(problems.get(0).what()).isEqualTo("there is no stage \"decision\"");
    }

    @Test
    void A_rule_without_an_id_is_refused() {
        PackProblem problem = only(GOOD.replace("@id(\"tiering.x\")", ""));

        assertThat(problem.code()).isEqualTo("id-missing");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:6:1");
    }

    @Test
    void A_rule_without_a_source_is_refused() {
        assertThat(only(GOOD.replace("@source(\"Rider Charter 2026, 9\")", "")).code())
                .isEqualTo("source-missing");
    }

    @Test
    void An_empty_id_is_no_id() {
        PackProblem problem = only(GOOD.replace("@id(\"tiering.x\")", "@id(\"\")"));

        assertThat(problem.code()).isEqualTo("id-missing");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:7:3");
    }

    @Test
    void Two_rules_of_one_id_are_refused_at_the_second_with_the_place_of_the_first() {
        String second = GOOD.substring(GOOD.indexOf("rule \"")).replace("what", "what else");
        List<PackProblem> problems = WrongPacks.inFile(GOOD + second);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("id-duplicate");
        assertThat(problems.get(0).where()).isEqualTo("tiering/v1/rules/x.drl:15:3");
        assertThat(problems.get(0).what()).isEqualTo("the id tiering.x is taken: tiering/v1/rules/x.drl:6");
    }

    @Test
    void Two_rules_of_one_name_are_refused_at_the_second() {
        String second = GOOD.substring(GOOD.indexOf("rule \"")).replace("tiering.x", "tiering.y");
        PackProblem problem = only(GOOD + second);

        assertThat(problem.code()).isEqualTo("rule-name-duplicate");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:14:1");
    }

    @ParameterizedTest
    @CsvSource({"Gold tier", "A rider must be busy", "A rider is busy.", "Mustard is yellow."})
    void A_rule_name_that_is_no_sentence_of_policy_is_refused(String name) {
        List<PackProblem> problems = WrongPacks.inFile(GOOD.replace(WrongPacks.NAME, name));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("rule-name-not-a-sentence");
        assertThat(problems.get(0).where()).isEqualTo("tiering/v1/rules/x.drl:6:1");
        assertThat(problems.get(0).rule()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "salience 10              | salience",
                "no-loop                  | no-loop",
                "lock-on-active           | lock-on-active",
                "activation-group \"x\"   | activation-group",
                "date-effective \"01-Jan-2026\" | date-effective",
                "enabled false            | enabled",
                "dialect \"mvel\"         | dialect",
                "agenda-group \"qualify\" | agenda-group",
                "auto-focus               | auto-focus",
                "timer( int: 3 )          | timer"
            })
    void An_attribute_of_a_rule_is_refused(String attribute, String name) {
        PackProblem problem = only(GOOD.replace("when\n", attribute + "\nwhen\n"));

        assertThat(problem.code()).isEqualTo("attribute-not-allowed");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:8:1");
        assertThat(problem.what()).isEqualTo("the attribute " + name + " is not allowed");
        assertThat(problem.mend()).isNotBlank();
    }

    @Test
    void An_attribute_of_a_file_other_than_its_stage_is_refused() {
        List<PackProblem> problems = WrongPacks.inFile(GOOD.replace("agenda-group", "salience 3\nagenda-group"));

        assertThat(problems).extracting(PackProblem::code).contains("attribute-not-allowed");
    }

    @Test
    void An_annotation_beyond_id_reason_and_source_is_refused() {
        PackProblem problem = only(GOOD.replace("@id(", "@Direct(true) @id("));

        assertThat(problem.code()).isEqualTo("construct-not-allowed");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/x.drl:7:3");
        assertThat(problem.what()).isEqualTo("a rule has no annotation @Direct");
    }

    @Test
    void A_rule_that_extends_another_is_refused() {
        PackProblem problem = only(GOOD.replace(WrongPacks.NAME + "\"", WrongPacks.NAME + "\" extends \"Other\""));

        assertThat(problem.code()).isEqualTo("construct-not-allowed");
        assertThat(problem.what()).isEqualTo("a rule cannot extend another one");
    }

    @Test
    void Named_consequences_are_refused() {
        String text = WrongPacks.rule("do[other]", WrongPacks.INSERT + "\nthen[other]\n  " + WrongPacks.INSERT);

        assertThat(WrongPacks.inFile(text))
                .extracting(PackProblem::code, PackProblem::line)
                .contains(org.assertj.core.groups.Tuple.tuple("construct-not-allowed", 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "global java.util.List out;             | a global (out) is not part of the language",
                "function int f( int a ) { return a; }  | a function (f) is not part of the language",
                "query \"q\" Violation() end            | a query is not part of the language",
                "import static java.lang.Math.abs;      | a static import is not part of the language",
                "import function java.lang.Math.abs;    | a static import is not part of the language",
                "import accumulate java.lang.String x;  | an accumulate function cannot be imported",
                "import java.util.*;                    | the import of java.util.* is not allowed",
                "import java.lang.Runtime;              | the import of java.lang.Runtime is not allowed",
                "import java.time.*;                    | the import of java.time.* is not allowed",
                "import java.time.zone.ZoneRules;       | the import of java.time.zone.ZoneRules is not allowed",
                "declare enum E A( 1 ); v : int end     | an enum cannot be declared (E)"
            })
    void What_does_not_belong_at_the_top_of_a_file_is_refused(String line, String what) {
        PackProblem problem = onlyInVocabulary(line + "\n");

        assertThat(problem.code()).isEqualTo("construct-not-allowed");
        assertThat(problem.line()).isEqualTo(18);
        assertThat(problem.what()).isEqualTo(what);
        assertThat(problem.mend()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "java.math.BigDecimal",
        "java.math.RoundingMode",
        "java.time.LocalDate",
        "java.util.Currency",
        "org.riderrules.api.fact.Rate",
        "org.riderrules.api.outcome.*"
    })
    void What_a_pack_needs_can_be_imported(String target) {
        assertThat(Packs.compile(Packs.sources("vocabulary.drl", Packs.VOCABULARY + "import " + target + ";\n"))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share : double     | construct-not-allowed | X.share is a double, which is not exact",
                "share : Percentage | unknown-type          | X.share has the type Percentage, which a field cannot have",
                "share : int = 3    | construct-not-allowed | X.share has an initial value",
                "share : int @foo   | construct-not-allowed | X.share has the annotation @foo"
            })
    void A_field_of_a_declared_type_that_does_not_fit_is_refused(String field, String code, String what) {
        PackProblem problem = onlyInVocabulary("declare X\n  " + field + "\nend\n");

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.line()).isEqualTo(19);
        assertThat(problem.what()).isEqualTo(what);
    }

    @Test
    void A_declared_type_that_extends_another_is_refused() {
        PackProblem problem = onlyInVocabulary("declare X extends Qualified\n  share : int\nend\n");

        assertThat(problem.what()).isEqualTo("X extends another type");
        assertThat(problem.line()).isEqualTo(18);
    }
}
