package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Rate;

class TableTest {
    private static final String PATH = "tiering/v1/tables/TierThreshold.csv";
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void a_row_becomes_a_filled_instance_and_a_row_to_show() {
        Table.Row row = good(SamplePack.tiering().files.get(PATH)).rows().get(1);

        TierThreshold gold = (TierThreshold) row.instance();
        assertThat(gold.getTier()).isEqualTo("GOLD");
        assertThat(gold.getRank()).isEqualTo(2);
        assertThat(gold.getMinOrders()).isEqualTo(120);
        assertThat(gold.getMinOnTime()).isEqualTo(Rate.parse("95 %"));
        assertThat(row.row().table()).isEqualTo("TierThreshold");
        assertThat(row.row().where()).isEqualTo(PATH + ":3");
        assertThat(row.row().values().toString()).isEqualTo("{minOnTime=95 %, minOrders=120, rank=2, tier=GOLD}");
        assertThat(row.row().market()).isEqualTo("*");
        assertThat(row.row().from()).isNull();
        assertThat(row.row().until()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(row.row().source()).isEqualTo("Charter 3.2, table 1");
    }

    /** Whatever made the class: some compilers let number fields start with 0. */
    @Test
    void an_empty_cell_is_missing_also_where_the_type_starts_with_zero() {
        RowType type = RowType.of(StartsWithZero.class);

        StartsWithZero row = (StartsWithZero) type.make(Map.of());

        assertThat(new StartsWithZero().getMinOrders()).isZero();
        assertThat(row.getMinOrders()).isNull();
        assertThat(row.getRank()).isZero();
    }

    /** As Drools' classic mode makes declared types. */
    public static class StartsWithZero {
        private Integer minOrders = 0;
        private int rank;

        public Integer getMinOrders() {
            return minOrders;
        }

        public void setMinOrders(Integer minOrders) {
            this.minOrders = minOrders;
        }

        public int getRank() {
            return rank;
        }

        public void setRank(int rank) {
            this.rank = rank;
        }
    }

    @Test
    void a_row_holds_until_the_day_before_the_next_one_begins() {
        Table table = good(SamplePack.tiering().files.get(PATH));

        assertThat(minOrders(table, "SA", LocalDate.of(2026, 3, 31))).containsExactly(0, 120);
        assertThat(minOrders(table, "SA", LocalDate.of(2026, 4, 1))).containsExactly(0, 130);
        assertThat(minOrders(table, "SA", LocalDate.of(2026, 4, 2))).containsExactly(0, 130);
    }

    @Test
    void a_market_of_its_own_beats_any_market() {
        Table table = good(SamplePack.tiering().files.get(PATH));

        assertThat(minOrders(table, "HK", MAY)).containsExactly(0, 100);
        assertThat(minOrders(table, "SA", MAY)).containsExactly(0, 130);
        assertThat(minOrders(table, "BR", MAY)).containsExactly(0, 130);
    }

    @Test
    void market_beats_capacity_and_capacity_beats_scenario() {
        String header = "tier,rank,minOrders,minOnTime,market,capacity,scenario,source\n";
        Table table = good(header
                + "GOLD,2,1,1,*,*,*,s\n"
                + "GOLD,2,2,1,*,*,RAMADAN,s\n"
                + "GOLD,2,3,1,*,FLEET,*,s\n"
                + "GOLD,2,4,1,*,FLEET,RAMADAN,s\n"
                + "GOLD,2,5,1,SA,*,*,s\n"
                + "GOLD,2,6,1,SA,*,RAMADAN,s\n"
                + "GOLD,2,7,1,SA,FLEET,*,s\n"
                + "GOLD,2,8,1,SA,FLEET,RAMADAN,s\n");

        assertThat(only(table, "HK", Capacity.DEDICATED, null)).isEqualTo(1);
        assertThat(only(table, "HK", Capacity.DEDICATED, "RAMADAN")).isEqualTo(2);
        assertThat(only(table, "HK", Capacity.FLEET, null)).isEqualTo(3);
        assertThat(only(table, "HK", Capacity.FLEET, "RAMADAN")).isEqualTo(4);
        assertThat(only(table, "SA", Capacity.DEDICATED, null)).isEqualTo(5);
        assertThat(only(table, "SA", Capacity.DEDICATED, "RAMADAN")).isEqualTo(6);
        assertThat(only(table, "SA", Capacity.FLEET, null)).isEqualTo(7);
        assertThat(only(table, "SA", Capacity.FLEET, "RAMADAN")).isEqualTo(8);
        assertThat(only(table, "SA", Capacity.FLEET, "unheard of")).isEqualTo(7);
    }

    @Test
    void the_same_question_gets_the_same_list_and_the_same_instances() {
        Table table = good(SamplePack.tiering().files.get(PATH));

        List<Table.Row> one = table.rowsFor("HK", Capacity.FLEET, null, MAY);
        assertThat(table.rowsFor("HK", Capacity.FLEET, "unheard of", MAY.plusDays(1)))
                .isSameAs(one);
        assertThat(table.rowsFor("SA", Capacity.FLEET, null, MAY).get(0).instance())
                .isSameAs(one.get(0).instance());
        assertThatThrownBy(() -> one.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_column_that_nobody_knows_is_named_with_the_nearest_one_that_is_free() {
        assertProblems(
                "tier,rank,minOrder,minOnTime,market,source\nGOLD,2,1,1,*,s\n",
                PATH + ":1: table-missing-column: the field \"minOrders\" of TierThreshold has no column\n    add the"
                        + " column, or delete the field from vocabulary.drl",
                PATH + ":1:11: table-unknown-column: \"minOrder\" is neither a field of TierThreshold nor a reserved"
                        + " column\n    did you mean minOrders? fields: tier, rank, minOrders, minOnTime; reserved: market,"
                        + " capacity, scenario, from, until, source, note");
    }

    @Test
    void market_and_source_are_required() {
        assertProblems(
                "tier,rank,minOrders,minOnTime\nGOLD,2,1,1\n",
                PATH + ":1: table-missing-column: the column \"market\" is missing\n    add it",
                PATH + ":1: table-missing-column: the column \"source\" is missing\n    add it");
    }

    @Test
    void a_cell_that_does_not_convert_is_named_with_line_and_column() {
        assertProblems(
                "tier,rank,minOrders,minOnTime,market,source\nGOLD,2.0,\"1,200\",97,*,s\n",
                PATH + ":2:6: table-value: \"2.0\" in column rank is not a whole number\n    write 2",
                PATH + ":2:10: table-value: \"1,200\" in column minOrders is not a whole number\n    write 1200: no"
                        + " thousands separators, signs of currency or exponents",
                PATH + ":2:18: table-value: \"97\" in column minOnTime is not a rate\n    write 97 % if it is a"
                        + " percentage; as a decimal it lies from 0 to 1");
    }

    @Test
    void an_empty_cell_is_nothing_for_an_object_and_a_problem_for_a_number_or_a_key() {
        Table table = good("tier,rank,minOrders,minOnTime,market,source\nGOLD,2,,,*,s\n");
        assertThat(((TierThreshold) table.rows().get(0).instance()).getMinOnTime())
                .isNull();
        assertThat(table.rows().get(0).row().values().toString()).isEqualTo("{rank=2, tier=GOLD}");

        assertProblems(
                "tier,rank,minOrders,minOnTime,market,source\n,,1,1,*,\n",
                PATH + ":2:1: table-empty-cell: the cell of tier is empty, and it identifies the row\n    write a text",
                PATH + ":2:2: table-empty-cell: the cell of rank is empty\n    write a whole number",
                PATH + ":2:9: table-empty-cell: the cell of source is empty\n    say where the numbers of this row come"
                        + " from: law, agreement or policy, with its section");
    }

    @Test
    void spaces_around_a_cell_are_a_problem() {
        assertProblems(
                "tier,rank,minOrders,minOnTime,market,source\nGOLD ,2,1,1,\u00a0HK,s\n",
                PATH + ":2:1: table-cell-spaces: \"GOLD \" in column tier begins or ends with a space\n    delete the"
                        + " space",
                PATH
                        + ":2:13: table-cell-spaces: \"\u00a0HK\" in column market begins or ends with a space\n    delete the"
                        + " space");
    }

    @Test
    void a_cell_has_at_most_4000_characters_and_is_shown_short() {
        String header = "tier,rank,minOrders,minOnTime,market,source\n";
        good(header + "G".repeat(3_999) + ",2,1,1,*,s\n");
        good(header + "G".repeat(4_000) + ",2,1,1,*,s\n");
        assertProblems(
                header + "G".repeat(4_001) + "," + "1".repeat(81) + ",1,1,*,s\n",
                PATH + ":2:1: table-cell-length: the cell of tier has 4001 characters\n    write at most 4000");
        assertThat(problems(header + "GOLD," + "1".repeat(81) + ",1,1,*,s\n", Set.of("tier")))
                .extracting(PackProblem::what)
                .containsExactly("\"" + "1".repeat(80) + "...\" (81 characters) in column rank is not a whole number");
    }

    @Test
    void market_and_capacity_must_be_known_and_not_empty() {
        assertProblems(
                "tier,rank,minOrders,minOnTime,market,capacity,scenario,source\nGOLD,2,1,1,BR,FLEETS,,s\nGOLD,2,1,1,,,*,s\n",
                PATH
                        + ":2:12: table-unknown-market: \"BR\" is not one of the markets of this pack\n    known markets of"
                        + " this pack: HK, SA; * for any",
                PATH + ":2:15: table-unknown-capacity: \"FLEETS\" is not one of the capacity types\n    did you mean"
                        + " FLEET? known capacity types: DEDICATED, FLEET, CROWDSOURCED; * for any",
                PATH + ":2:22: table-empty-cell: the cell of scenario is empty\n    write * for any scenario",
                PATH + ":3:12: table-empty-cell: the cell of market is empty\n    write * for any market",
                PATH + ":3:13: table-empty-cell: the cell of capacity is empty\n    write * for any capacity");
    }

    @Test
    void until_must_be_after_from() {
        String header = "tier,rank,minOrders,minOnTime,market,from,until,source\n";
        String mend = "\n    until is the first day the row no longer holds: write a later day, or leave it empty";
        assertProblems(
                header + "GOLD,2,1,1,*,2026-04-01,2026-03-31,s\nGOLD,2,1,1,*,2026-04-01,2026-04-01,s\n",
                PATH + ":2:25: table-until: until is 2026-03-31 and not after from, which is 2026-04-01" + mend,
                PATH + ":3:25: table-until: until is 2026-04-01 and not after from, which is 2026-04-01" + mend);
        good(header + "GOLD,2,1,1,*,,2026-04-01,s\nGOLD,2,1,1,*,2026-04-01,2026-04-02,s\nGOLD,2,1,1,*,2026-04-02,,s\n");
    }

    @Test
    void a_day_is_written_as_year_month_day_and_exists() {
        assertProblems(
                "tier,rank,minOrders,minOnTime,market,from,until,source\nGOLD,2,1,1,*,1/4/2026,2026-02-30,s\n",
                PATH + ":2:14: table-value: \"1/4/2026\" in column from is not a day\n    write year-month-day of a day"
                        + " that exists, such as 2026-07-14, or leave it empty",
                PATH + ":2:23: table-value: \"2026-02-30\" in column until is not a day\n    write year-month-day of a"
                        + " day that exists, such as 2026-07-14, or leave it empty");
    }

    @Test
    void rows_of_one_selector_and_key_may_meet_but_not_overlap() {
        String rows = "tier,rank,minOrders,minOnTime,market,from,until,source\n"
                + "BASE,0,1,1,*,,,s\nGOLD,2,1,1,HK,,2026-04-01,s\nGOLD,2,1,1,HK,%s,,s\n";

        good(rows.formatted("2026-04-01"));
        assertProblems(
                rows.formatted("2026-03-31"),
                PATH + ":4:15: table-overlap: lines 3 and 4 both hold for market HK, capacity *, scenario *, key GOLD,"
                        + " until 2026-04-01 and from 2026-03-31\n    end one with until on the day the other begins, or"
                        + " delete one");
        assertProblems(
                rows.formatted("2026-04-02"),
                PATH
                        + ":4:15: table-gap: line 3 ends on 2026-04-01 and line 4 begins on 2026-04-02: no row for market HK,"
                        + " capacity *, scenario *, key GOLD between\n    let one begin on the day the other ends, or add a"
                        + " row for the days between");
    }

    @Test
    void an_overlap_is_found_behind_a_shorter_row() {
        assertThat(problems(
                        "tier,rank,minOrders,minOnTime,market,from,until,source\nGOLD,2,1,1,*,,,s\n"
                                + "GOLD,2,1,1,*,2026-02-01,2026-02-02,s\nGOLD,2,1,1,*,2026-03-01,2026-03-02,s\n",
                        Set.of("tier")))
                .extracting(PackProblem::what)
                .filteredOn(what -> what.contains("both hold"))
                .satisfiesExactly(
                        what -> assertThat(what).startsWith("lines 2 and 3 both hold"),
                        what -> assertThat(what).startsWith("lines 2 and 4 both hold"));
    }

    @Test
    void without_a_key_there_is_one_row_at_a_time() {
        String header = "tier,rank,minOrders,minOnTime,market,from,until,source\n";
        assertThat(problems(
                        header + "GOLD,2,1,1,*,,2026-04-01,s\nGOLD,2,2,1,*,2026-04-01,,s\nGOLD,2,3,1,HK,,,s\n",
                        Set.of()))
                .isEmpty();
        assertThat(problems(header + "GOLD,2,1,1,*,,,s\nBASE,0,0,1,*,,,s\n", Set.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo(PATH
                                + ":3:14: table-no-key: lines 2 and 3 both hold for market *, capacity *, scenario"
                                + " *, always and always, and no field of TierThreshold is marked @key\n    mark the fields"
                                + " that identify a row with @key in vocabulary.drl, or delete one of the two"));
    }

    @Test
    void every_market_capacity_and_day_of_the_pack_has_a_row() {
        String header = "tier,rank,minOrders,minOnTime,market,capacity,from,until,source\n";
        String mend =
                "\n    add a row for it, or one for *, that holds on that day; or name TierThreshold in optionalTables"
                        + " of pack.json when it may have none";

        assertProblems(
                header + "GOLD,2,1,1,HK,FLEET,,,s\nGOLD,2,1,1,SA,*,2026-01-01,2026-10-01,s\n",
                PATH + ": table-no-row: no row holds for market HK, capacity DEDICATED, CROWDSOURCED, on 2026-01-01"
                        + mend);
        assertProblems(
                header + "GOLD,2,1,1,*,*,2026-01-02,,s\n",
                PATH + ": table-no-row: no row holds for market HK, any capacity (DEDICATED, FLEET, CROWDSOURCED), on"
                        + " 2026-01-01" + mend,
                PATH + ": table-no-row: no row holds for market SA, any capacity (DEDICATED, FLEET, CROWDSOURCED), on"
                        + " 2026-01-01" + mend);
        good(header + "GOLD,2,1,1,*,*,2026-01-01,2026-10-01,s\n");
        assertThat(problems(header + "GOLD,2,1,1,*,*,2026-01-01,2026-09-30,s\n", Set.of("tier")))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.what()).endsWith("on 2026-09-30"));
    }

    @Test
    void a_scenario_row_alone_does_not_answer_an_ordinary_day() {
        assertThat(problems(
                        "tier,rank,minOrders,minOnTime,market,scenario,source\nGOLD,2,1,1,*,RAIN,s\n", Set.of("tier")))
                .extracting(PackProblem::code)
                .containsExactly("table-no-row", "table-no-row");
    }

    @Test
    void an_optional_table_need_not_have_a_row() {
        SamplePack pack =
                SamplePack.tiering().with(PATH, "tier,rank,minOrders,minOnTime,market,source\nGOLD,2,1,1,HK,s\n");
        assertThat(bound(pack, Set.of("tier"))).hasSize(1);

        pack.replace("tiering/v1/pack.json", "\"owner\"", "\"optionalTables\": [\"TierThreshold\"], \"owner\"");
        assertThat(bound(pack, Set.of("tier"))).isEmpty();
    }

    @Test
    void a_key_must_be_one_of_the_fields() {
        assertThatThrownBy(() -> problems("tier,market,source\n", Set.of("name")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key fields [name] of TierThreshold; its fields are [tier, rank, minOrders, minOnTime]");
    }

    private static List<Integer> minOrders(Table table, String market, LocalDate day) {
        return table.rowsFor(market, Capacity.FLEET, null, day).stream()
                .map(row -> ((TierThreshold) row.instance()).getMinOrders())
                .toList();
    }

    private static int only(Table table, String market, Capacity capacity, String scenario) {
        List<Table.Row> rows = table.rowsFor(market, capacity, scenario, MAY);
        assertThat(rows).hasSize(1);
        return ((TierThreshold) rows.get(0).instance()).getMinOrders();
    }

    private static void assertProblems(String csv, String... expected) {
        assertThat(problems(csv, Set.of("tier")))
                .extracting(PackProblem::toString)
                .containsExactly(expected);
    }

    private static List<PackProblem> problems(String csv, Set<String> keys) {
        return bound(SamplePack.tiering().with(PATH, csv), keys);
    }

    private static List<PackProblem> bound(SamplePack sample, Set<String> keys) {
        Pack pack = sample.packs().get(0);
        List<PackProblem> problems = new ArrayList<>();
        Table.bind(pack.tables().get(0), TierThreshold.class, keys, pack.manifest(), problems::add);
        return problems.stream().sorted().toList();
    }

    private static Table good(String csv) {
        Pack pack = SamplePack.tiering().with(PATH, csv).packs().get(0);
        return Table.bind(pack.tables().get(0), TierThreshold.class, Set.of("tier"), pack.manifest(), problem -> {
            throw new AssertionError(problem);
        });
    }
}
