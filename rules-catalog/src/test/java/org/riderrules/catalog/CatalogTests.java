package org.riderrules.catalog;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.PackInfo;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Language;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.check.Case;
import org.riderrules.engine.check.CaseResult;
import org.riderrules.engine.check.CaseRunner;
import org.riderrules.engine.check.PackCases;
import org.riderrules.engine.pack.CsvRow;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.TableText;

class CatalogTests {
    /** Accident cover is flat: it is given to every rider of the market, so that no case can show it staying away. */
    private static final Set<String> UNCONDITIONAL = Set.of("welfare.accident-cover");

    @Test
    void the_catalogue_loads_with_a_pack_for_every_topic() {
        assertThat(Shipped.engine().packs().stream().map(PackInfo::topic)).containsAll(Shipped.TOPICS);
    }

    @Test
    void every_pack_decides_in_every_market() {
        assertThat(Shipped.engine().packs())
                .allSatisfy(pack -> assertThat(pack.markets()).containsExactlyInAnyOrderElementsOf(Shipped.MARKETS));
    }

    @Test
    void every_rule_stands_in_a_because_and_in_a_not() {
        assertThat(Shipped.cases().coverage()).allSatisfy(pack -> {
            assertThat(pack.neverBecause())
                    .as(pack.topic() + " v" + pack.version() + " because")
                    .isEmpty();
            Set<String> neverNot = new TreeSet<>(pack.neverNot());
            neverNot.removeAll(UNCONDITIONAL);
            assertThat(neverNot)
                    .as(pack.topic() + " v" + pack.version() + " not")
                    .isEmpty();
        });
    }

    @Test
    void there_are_at_least_a_hundred_and_fifty_cases_and_thirty_for_every_topic() {
        List<PackCases.PackCase> cases = Shipped.cases().cases();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Shipped.TOPICS)
                .allSatisfy(topic -> assertThat(of(topic)).as(topic.name()).hasSizeGreaterThanOrEqualTo(30));
    }

    @Test
    void every_market_and_every_capacity_type_has_cases_in_every_topic() {
        assertThat(Shipped.TOPICS).allSatisfy(topic -> {
            Set<String> markets = of(topic).stream().map(Case::market).collect(toCollection(TreeSet::new));
            Set<Capacity> capacities = of(topic).stream().map(Case::capacity).collect(toCollection(TreeSet::new));
            assertThat(markets).as(topic.name()).containsAll(Shipped.MARKETS);
            assertThat(capacities).as(topic.name()).contains(Capacity.values());
        });
    }

    @Test
    void every_version_has_a_case_on_the_day_before_it_and_on_its_first_day() {
        assertThat(Shipped.packs()).allSatisfy(pack -> {
            LocalDate first = Objects.requireNonNull(pack.manifest().effective().from());
            List<Case> cases = of(pack.manifest().topic());
            assertThat(cases.stream().map(Case::asOf)).as(pack.label()).contains(first.minusDays(1), first);
        });
    }

    @Test
    void nothing_is_decided_on_the_day_before_the_first_version() {
        assertThat(Shipped.TOPICS)
                .allSatisfy(topic -> assertThat(of(topic).stream()
                                .filter(each -> each.expected().noPackInForce())
                                .map(Case::asOf))
                        .as(topic.name())
                        .contains(firstDay(topic).minusDays(1)));
    }

    @Test
    void every_dated_row_has_a_case_on_the_day_it_changes_and_on_the_day_before() {
        assertThat(Shipped.packs()).allSatisfy(pack -> {
            Set<LocalDate> days = of(pack.manifest().topic()).stream()
                    .filter(each -> !each.expected().noPackInForce())
                    .map(Case::asOf)
                    .collect(toCollection(TreeSet::new));
            assertThat(changes(pack)).as(pack.label()).isNotEmpty();
            assertThat(changes(pack).stream().flatMap(day -> Stream.of(day.minusDays(1), day)))
                    .as(pack.label())
                    .isSubsetOf(days);
        });
    }

    @Test
    void every_row_of_every_table_has_a_source() {
        assertThat(Shipped.packs().stream().flatMap(pack -> pack.tables().stream()))
                .isNotEmpty()
                .allSatisfy(table -> {
                    int source = column(table, "source");
                    assertThat(source).as(table.name() + " has a column source").isNotNegative();
                    assertThat(table.rows())
                            .isNotEmpty()
                            .allSatisfy(row -> assertThat(
                                            row.cells().get(source).text().strip())
                                    .as(table.file().path() + ":" + row.line())
                                    .hasSizeGreaterThan(5));
                });
    }

    @Test
    void every_reason_and_every_text_is_there_in_five_languages() {
        List<Reason> reasons = new ArrayList<>();
        for (CaseResult result : results()) {
            Decision decision = result.decision();
            if (decision != null) {
                decision.explanation()
                        .because()
                        .forEach(each -> reasons.addAll(each.texts().values()));
                decision.explanation().visit(node -> {
                    if (node instanceof Evidence.FiredRule fired) {
                        reasons.add(fired.reason());
                    }
                });
            }
        }

        assertThat(reasons)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.templates())
                        .as(reason.key())
                        .containsOnlyKeys(Arrays.stream(Language.values())
                                .map(Language::tag)
                                .toList())
                        .allSatisfy((language, text) ->
                                assertThat(text).as(language).isNotBlank()));
    }

    @Test
    void an_explanation_ends_in_facts_rows_days_and_outcomes_of_earlier_topics() {
        for (CaseResult result : results()) {
            Decision decision = result.decision();
            if (decision != null) {
                decision.explanation().visit(node -> {
                    boolean isLeaf = !(node instanceof Evidence.FiredRule);
                    boolean isNamed = node instanceof Evidence.FiredRule fired
                            && !fired.grounds().isEmpty()
                            && !fired.rule().sentence().isBlank()
                            && !fired.rule().source().isBlank();
                    assertThat(isLeaf || isNamed)
                            .as(result.example().where() + " " + node)
                            .isTrue();
                });
                decision.provenance()
                        .rowsUsed()
                        .forEach(row -> assertThat(row.source()).as(row.where()).isNotBlank());
            }
        }
    }

    @Test
    void no_case_needs_review() {
        assertThat(results().stream()
                        .filter(result -> result.decision() != null)
                        .filter(result -> result.decision().has(org.riderrules.api.outcome.NeedsReview.class))
                        .map(result -> result.example().where()))
                .isEmpty();
    }

    private static List<CaseResult> results() {
        return Results.ALL;
    }

    private static final class Results {
        static final List<CaseResult> ALL = Shipped.cases().cases().stream()
                .map(each -> CaseRunner.run(Shipped.engine(), each.topic(), each.example()))
                .toList();
    }

    private static List<Case> of(Topic topic) {
        return Shipped.cases().cases().stream()
                .filter(each -> each.topic().equals(topic))
                .map(PackCases.PackCase::example)
                .toList();
    }

    private static LocalDate firstDay(Topic topic) {
        return Shipped.engine().packs().stream()
                .filter(pack -> pack.topic().equals(topic))
                .map(PackInfo::validFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The days within the version on which the number in some row changes. */
    private static Set<LocalDate> changes(Pack pack) {
        Set<LocalDate> days = new TreeSet<>();
        for (TableText table : pack.tables()) {
            for (String name : List.of("from", "until")) {
                int column = column(table, name);
                for (CsvRow row : table.rows()) {
                    String text = column < 0 ? "" : row.cells().get(column).text();
                    if (!text.isEmpty() && pack.manifest().effective().contains(LocalDate.parse(text))) {
                        days.add(LocalDate.parse(text));
                    }
                }
            }
        }
        return days;
    }

    private static int column(TableText table, String name) {
        return IntStream.range(0, table.header().size())
                .filter(i -> table.header().get(i).text().equals(name))
                .findFirst()
                .orElse(-1);
    }
}
