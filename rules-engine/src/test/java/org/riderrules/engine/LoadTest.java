package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;

/** What an author is told when a pack does not load: the place, the value, the mend; all of it at once. */
class LoadTest {

    @Test
    void The_small_pack_itself_loads() {
        assertThat(RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment())
                        .packs())
                .hasSize(1);
        assertThat(RulesEngines.create(CarePack.files().source(), Trust.directoryForDevelopment())
                        .packs())
                .hasSize(2);
    }

    @Test
    void An_empty_directory_is_refused(@TempDir Path empty) {
        assertThat(only(PackSources.directory(empty)).code()).isEqualTo("source-empty");
    }

    @Test
    void A_directory_that_is_not_there_is_refused(@TempDir Path parent) {
        assertThat(only(PackSources.directory(parent.resolve("missing"))).code())
                .isEqualTo("source-missing");
    }

    @Test
    void Two_versions_that_overlap_are_refused_and_both_are_named() {
        PackProblem problem = only(new SmallPack().followedBy("2026-10-02", "2026-10-01"));

        assertThat(problem.toString()).contains("v1").contains("v2").contains("HK");
    }

    @Test
    void Two_versions_with_a_day_between_them_are_refused() {
        assertThat(only(new SmallPack().followedBy("2026-09-30", "2026-10-01")).toString())
                .contains("2026-09-30");
    }

    @Test
    void Two_versions_that_meet_are_in_force_one_after_the_other() {
        assertThat(RulesEngines.create(
                                new SmallPack()
                                        .followedBy("2026-10-01", "2026-10-01")
                                        .source(),
                                Trust.directoryForDevelopment())
                        .packs())
                .extracting(pack -> pack.version())
                .containsExactly(1, 2);
    }

    @Test
    void An_unknown_column_is_refused_with_its_place() {
        List<PackProblem> problems = problems(new SmallPack()
                .with("tables/TierThreshold.csv", "minOnTime", "minOntime")
                .source());

        assertThat(problems)
                .extracting(PackProblem::code)
                .containsExactly("table-missing-column", "table-unknown-column");
        assertThat(problems.get(1).where()).isEqualTo("tiering/v1/tables/TierThreshold.csv:1:28");
        assertThat(problems.get(1).what()).contains("minOntime");
        assertThat(problems.get(1).mend()).contains("did you mean minOnTime?");
    }

    @Test
    void A_cell_that_does_not_convert_is_refused_with_its_place_and_how_to_write_it() {
        PackProblem problem = only(new SmallPack()
                .with("rules/vocabulary.drl", "minOnTime : Rate", "minOnTime : Rate\n  bonus : java.math.BigDecimal")
                .file("tables/TierThreshold.csv", """
                        market,tier,rank,minOrders,minOnTime,bonus,source
                        HK,BASE,0,0,0 %,1.05,test
                        HK,SILVER,1,20,90 %,"1,05",test
                        """));

        assertThat(problem.where()).isEqualTo("tiering/v1/tables/TierThreshold.csv:3:21");
        assertThat(problem.what()).contains("1,05");
        assertThat(problem.mend()).contains("1.05");
    }

    @Test
    void A_market_without_a_row_is_refused() {
        PackProblem problem = only(new SmallPack().with("pack.json", "[\"HK\"]", "[\"HK\", \"SA\"]"));

        assertThat(problem.code()).isEqualTo("table-no-row");
        assertThat(problem.toString()).contains("SA").contains("TierThreshold");
    }

    @Test
    void An_outcome_of_another_topic_is_refused_with_its_line() {
        PackProblem problem = only(new SmallPack()
                .with(
                        "rules/decide.drl",
                        "insert( new TierAssigned( $tier, $rank, TierMovement.FIRST, $asOf,"
                                + " $a.endOfNext( ReviewPeriod.MONTH ) ) );",
                        "insert( new GateOpened( $tier, $asOf ) );"));

        assertThat(problem.code()).isEqualTo("outcome-of-another-topic");
        assertThat(problem.where()).startsWith("tiering/v1/rules/decide.drl:16");
        assertThat(problem.rule()).isEqualTo("The highest tier a rider qualifies for must be assigned.");
        assertThat(problem.what()).contains("GateOpened").contains("training");
    }

    @Test
    void A_reason_without_text_and_a_text_with_an_unbound_name_are_refused() {
        List<PackProblem> problems = problems(new SmallPack()
                .with("rules/decide.drl", "@reason(\"tiering.assign\")", "@reason(\"tiering.asign\")")
                .messages("""
                        tiering.qualifies = completed {orders} orders, {onTme} on time
                        tiering.assign = holds {tier} as of {asOf}
                        """)
                .source());

        assertThat(problems)
                .extracting(PackProblem::code)
                .containsExactly("reason-without-text", "placeholder-not-bound");
        assertThat(problems.get(0).what()).contains("tiering.asign");
        assertThat(problems.get(1).what()).contains("onTme");
        assertThat(problems.get(1).mend()).contains("onTime");
    }

    @Test
    void A_field_that_may_be_missing_and_that_nobody_thought_of_is_refused() {
        PackProblem problem = only(new SmallPack().with("pack.json", ", \"PerformanceWindow.onTimeRate\"", ""));

        assertThat(problem.code()).isEqualTo("missing-not-thought-of");
        assertThat(problem.where()).startsWith("tiering/v1/rules/qualify.drl:12");
        assertThat(problem.what()).contains("PerformanceWindow.onTimeRate");
        assertThat(problem.mend()).contains("needs").contains("onTimeRate == null");
    }

    @Test
    void A_table_without_a_declaration_and_a_declaration_without_a_table_are_refused() {
        assertThat(only(new SmallPack().file("tables/Extra.csv", "market,source\nHK,test\n"))
                        .code())
                .isEqualTo("table-not-declared");
        assertThat(only(new SmallPack()
                                .with(
                                        "rules/vocabulary.drl",
                                        "declare Qualified",
                                        "declare Spare\n  tier : String\nend\n\ndeclare Qualified"))
                        .code())
                .isEqualTo("type-never-filled");
    }

    @Test
    void An_outcome_of_a_topic_that_is_not_followed_cannot_be_read() {
        PackProblem problem = only(new SmallPack()
                .with(
                        "rules/decide.drl",
                        "  not Qualified(",
                        "  GateOpened( gate == \"BE_PROMOTED\" )\n  not Qualified("));

        assertThat(problem.code()).isEqualTo("outcome-not-followed");
        assertThat(problem.mend()).contains("training").contains("follows");
    }

    @Test
    void All_problems_of_all_files_are_told_together() {
        List<PackProblem> problems = problems(new SmallPack()
                .with("tables/TierThreshold.csv", "minOnTime", "minOntime")
                .with("rules/qualify.drl", "completedOrders >=", "compltedOrders >=")
                .with("rules/decide.drl", "new TierAssigned(", "new TierAsigned(")
                .with("pack.json", "\"owner\": \"test\"", "\"ownr\": \"test\"")
                .source());

        assertThat(problems).extracting(PackProblem::file).contains("tiering/v1/pack.json");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
    }

    @Test
    void Problems_of_rules_and_tables_are_told_together() {
        List<PackProblem> problems = problems(new SmallPack()
                .with("tables/TierThreshold.csv", "HK,GOLD,2,44,95 %", "HK,GOLD,2,44,95 pct")
                .with("rules/qualify.drl", "completedOrders >=", "compltedOrders >=")
                .with("rules/decide.drl", "new TierAssigned(", "new TierAsigned(")
                .source());

        assertThat(problems)
                .extracting(PackProblem::file)
                .contains(
                        "tiering/v1/rules/qualify.drl",
                        "tiering/v1/rules/decide.drl",
                        "tiering/v1/tables/TierThreshold.csv");
        assertThat(problems)
                .extracting(PackProblem::toString)
                .anySatisfy(text -> assertThat(text).contains("completedOrders"));
    }

    @Test
    void A_source_that_cannot_be_read_is_told_as_a_problem() {
        PackSource broken = new PackSource() {
            @Override
            public String name() {
                return "broken source";
            }

            @Override
            public List<org.riderrules.api.spi.PackFile> files() throws java.io.IOException {
                throw new java.io.IOException("torn");
            }
        };

        assertThat(only(broken).toString()).contains("broken source").contains("torn");
    }

    @Test
    void A_file_that_is_torn_off_is_told_with_its_line() {
        PackProblem problem = problems(new SmallPack()
                        .file("rules/decide.drl", SmallPack.DECIDE.substring(0, SmallPack.DECIDE.length() - 60))
                        .source())
                .get(0);

        assertThat(problem.file()).isEqualTo("tiering/v1/rules/decide.drl");
        assertThat(problem.line()).isPositive();
        assertThat(problems(
                        PackSources.of("torn", Map.of("tiering/v1/pack.json", SmallPack.MANIFEST.substring(0, 80)))))
                .anySatisfy(found -> assertThat(found.where()).startsWith("tiering/v1/pack.json:3"));
    }

    private static PackProblem only(SmallPack pack) {
        return only(pack.source());
    }

    private static PackProblem only(PackSource source) {
        List<PackProblem> problems = problems(source);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<PackProblem> problems(PackSource source) {
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> RulesEngines.create(source, Trust.directoryForDevelopment()));
        assertThat(refused).as("the packs were loaded").isNotNull();
        assertThat(refused.getMessage()).contains("nothing loaded");
        return refused.problems();
    }

    @Test
    void A_table_has_more_rows_than_the_JDK_reflects_on_before_it_generates_code() {
        StringBuilder rows = new StringBuilder(SmallPack.TABLE);
        for (int i = 3; i < 60; i++) {
            rows.append("HK,TIER_").append(i).append(',').append(i).append(",9000,99 %,test\n");
        }

        assertThat(RulesEngines.create(
                                new SmallPack()
                                        .file("tables/TierThreshold.csv", rows.toString())
                                        .source(),
                                Trust.directoryForDevelopment())
                        .decide(Requests.orders(50, "97 %"))
                        .outcomes())
                .extracting(Outcome::code)
                .containsExactly("GOLD");
    }
}
