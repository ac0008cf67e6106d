package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.riderrules.api.fact.Capacity;

/** The selection of rows, against one that does what the documentation says, row by row. */
class TableProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final List<String> MARKETS = List.of("*", "HK", "SA");
    private static final List<String> CAPACITIES = List.of("*", "FLEET", "DEDICATED");
    private static final List<String> SCENARIOS = List.of("*", "RAIN", "RAMADAN");

    /** One selector and key, and the days on which its row changes. */
    record Succession(String tier, String market, String capacity, String scenario, Set<Integer> changes) {}

    record Question(String market, Capacity capacity, String scenario, int day) {}

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void for_each_key_the_most_specific_row_in_force_is_selected(
            @ForAll("successions") List<Succession> successions, @ForAll("questions") List<Question> questions) {
        String csv = csv(successions);
        Table table = table(csv);
        for (Question question : questions) {
            List<Integer> expected = oracle(csv, question);
            assertThat(lines(table, question)).as("%s in%n%s", question, csv).isEqualTo(expected);
            Statistics.label("rows selected")
                    .collect(expected.size() > 2 ? "more" : expected.size())
                    .coverage(coverage -> {
                        coverage.check(0).percentage(share -> share > 2);
                        coverage.check(1).percentage(share -> share > 10);
                        coverage.check(2).percentage(share -> share > 10);
                        coverage.check("more").percentage(share -> share > 5);
                    });
            Statistics.label("specific rows beat others")
                    .collect(matching(csv, question).size() > expected.size())
                    .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
        }
    }

    @Example
    void many_threads_that_ask_at_once_get_the_same_list() throws Exception {
        Table table = table(csv(List.of(
                new Succession("GOLD", "*", "*", "*", Set.of(3, 6)),
                new Succession("GOLD", "HK", "*", "RAIN", Set.of(5)),
                new Succession("BASE", "*", "FLEET", "*", Set.of()))));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Table.Row>>> asking = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                asking.add(() -> table.rowsFor("HK", Capacity.FLEET, "RAIN", FIRST.plusDays(4)));
            }
            List<Table.Row> one = table.rowsFor("HK", Capacity.FLEET, "RAIN", FIRST.plusDays(4));
            for (Future<List<Table.Row>> answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).isSameAs(one);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Provide
    Arbitrary<List<Succession>> successions() {
        Arbitrary<Succession> succession = Combinators.combine(
                        Arbitraries.of("BASE", "SILVER", "GOLD"),
                        mostlyAny(MARKETS),
                        mostlyAny(CAPACITIES),
                        mostlyAny(SCENARIOS),
                        Arbitraries.integers().between(0, 9).set().ofMaxSize(3))
                .as(Succession::new);
        return succession
                .list()
                .ofMinSize(4)
                .ofMaxSize(16)
                .uniqueElements(one -> List.of(one.tier(), one.market(), one.capacity(), one.scenario()));
    }

    private static Arbitrary<String> mostlyAny(List<String> selectors) {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just("*")), Tuple.of(1, Arbitraries.of(selectors)));
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(
                        Arbitraries.of("HK", "SA", "BR"),
                        Arbitraries.of(Capacity.class),
                        Arbitraries.of("none", "RAIN", "RAMADAN", "unheard of"),
                        Arbitraries.integers().between(-1, 10))
                .as((market, capacity, scenario, day) ->
                        new Question(market, capacity, scenario.equals("none") ? null : scenario, day))
                .list()
                .ofSize(20);
    }

    /** Rows that follow each other without gap or overlap; the first begins and the last ends with the first change. */
    private static String csv(List<Succession> successions) {
        StringBuilder csv =
                new StringBuilder("tier,market,capacity,scenario,from,until,source,rank,minOrders,minOnTime\n");
        for (Succession one : successions) {
            List<String> days = new ArrayList<>();
            one.changes().stream()
                    .sorted()
                    .map(day -> FIRST.plusDays(day).toString())
                    .forEach(days::add);
            boolean dated = days.size() > 1;
            if (!dated) {
                days.add(0, "");
                days.add("");
            }
            for (int i = 1; i < days.size(); i++) {
                csv.append(String.join(
                                ",",
                                one.tier(),
                                one.market(),
                                one.capacity(),
                                one.scenario(),
                                days.get(i - 1),
                                days.get(i),
                                "s,0,0,0"))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    private static List<Integer> oracle(String csv, Question question) {
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Integer> weights = new HashMap<>();
        for (int line : matching(csv, question)) {
            String[] cells = csv.split("\n")[line - 1].split(",", -1);
            int weight =
                    (cells[1].equals("*") ? 0 : 4) + (cells[2].equals("*") ? 0 : 2) + (cells[3].equals("*") ? 0 : 1);
            if (weight >= weights.getOrDefault(cells[0], -1)) {
                weights.put(cells[0], weight);
                lines.put(cells[0], line);
            }
        }
        return lines.values().stream().sorted().toList();
    }

    private static List<Integer> matching(String csv, Question question) {
        List<String> rows = Arrays.asList(csv.split("\n"));
        String day = FIRST.plusDays(question.day()).toString();
        List<Integer> lines = new ArrayList<>();
        for (int line = 2; line <= rows.size(); line++) {
            String[] cells = rows.get(line - 1).split(",", -1);
            if (Set.of("*", question.market()).contains(cells[1])
                    && Set.of("*", question.capacity().name()).contains(cells[2])
                    && (cells[3].equals("*") || cells[3].equals(question.scenario()))
                    && (cells[4].isEmpty() || cells[4].compareTo(day) <= 0)
                    && (cells[5].isEmpty() || cells[5].compareTo(day) > 0)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<Integer> lines(Table table, Question question) {
        return table
                .rowsFor(question.market(), question.capacity(), question.scenario(), FIRST.plusDays(question.day()))
                .stream()
                .map(row -> row.row().line())
                .toList();
    }

    private static Table table(String csv) {
        Pack pack = SamplePack.tiering()
                .with("tiering/v1/tables/TierThreshold.csv", csv)
                .replace("tiering/v1/pack.json", "\"owner\"", "\"optionalTables\": [\"TierThreshold\"], \"owner\"")
                .packs()
                .get(0);
        return Table.bind(pack.tables().get(0), TierThreshold.class, Set.of("tier"), pack.manifest(), problem -> {
            throw new AssertionError(problem);
        });
    }
}
