package org.riderrules.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;

class CaseFileTest {
    private static final String PATH = "tiering/v2/cases/hong-kong.yaml";
    private static final String GOLD = """
            - name: On 14 July 2026, 44 orders at 97 % on time is Gold in Hong Kong
              asOf: 2026-07-14
              market: HK
              given: { PerformanceWindow: { completedOrders: 44, onTimeRate: 0.97, complaintRate: 1/44 } }
              expect: { TierAssigned: { tier: GOLD }, because: [tiering.qualifies], not: [tiering.shielded] }
            """;

    private final List<PackProblem> problems = new ArrayList<>();

    @Test
    void a_case_is_read_with_its_defaults_and_its_place() {
        Case read = only("# Gold\n" + GOLD);

        assertThat(read.name()).isEqualTo("On 14 July 2026, 44 orders at 97 % on time is Gold in Hong Kong");
        assertThat(read.asOf()).isEqualTo(LocalDate.of(2026, 7, 14));
        assertThat(read.market()).isEqualTo("HK");
        assertThat(read.capacity()).isEqualTo(Capacity.CROWDSOURCED);
        assertThat(read.scenario()).isNull();
        assertThat(read.where()).isEqualTo(PATH + ":2");
        assertThat(read.given())
                .containsExactly(PerformanceWindow.builder()
                        .periodFrom(LocalDate.of(2026, 6, 1))
                        .periodUntil(LocalDate.of(2026, 7, 1))
                        .completedOrders(44)
                        .onTimeRate(Rate.of(97, 100))
                        .complaintRate(Rate.of(1, 44))
                        .build());
        assertThat(read.expected().because()).containsExactly("tiering.qualifies");
        assertThat(read.expected().not()).containsExactly("tiering.shielded");
        assertThat(read.expected().version()).isEqualTo(2);
        assertThat(read.request(Topic.TIERING).knownAt()).isEqualTo(Instant.parse("2026-07-14T00:00:00Z"));
    }

    @Test
    void everything_that_a_case_may_say_is_read() {
        Case read = only("""
                - name: A case with everything
                  asOf: 2026-07-14
                  market: SA
                  capacity: FLEET
                  scenario: PEAK
                  also: [violations, training]
                  knownAt: 2026-07-20T10:00:00Z
                  given:
                    Violation:
                      - { id: V-1, code: LATE, occurredOn: 2026-07-01, status: REPORTED, evidence: [photo-1] }
                      - { id: V-2, code: LATE, occurredOn: 2026-07-02, status: CONFIRMED, minutesLate: 12 }
                    Engagement: { month: 2026-06, engagedHours: 80.50, contributed: true }
                    WorkLog: { day: 2026-07-01, worked: PT4H30M }
                    RiderProfile: { joinedOn: 2025-01-01, birthday: --07-14, dependants: null }
                    EarlierDecision: { reference: D-1, topic: tiering, outcome: TierAssigned, code: GOLD,
                                       decidedOn: 2026-06-01, rank: 3, amount: 12.5, currency: SAR }
                  expect:
                    TierAssigned: [ { rank: 3, movement: KEPT }, {} ]
                    no: [TierShielded]
                    only: true
                    version: 1
                """);

        assertThat(read.capacity()).isEqualTo(Capacity.FLEET);
        assertThat(read.scenario()).isEqualTo("PEAK");
        assertThat(read.also()).containsExactly(Topic.VIOLATIONS, Topic.TRAINING);
        assertThat(read.given()).hasSize(6);
        assertThat(read.given().get(1)).isInstanceOfSatisfying(Violation.class, violation -> {
            assertThat(violation.evidence()).isEmpty();
            assertThat(violation.minutesLate()).isEqualTo(12);
        });
        assertThat(read.expected().outcomes().get("TierAssigned")).hasSize(2);
        assertThat(read.expected().outcomes().get("TierShielded")).isEmpty();
        assertThat(read.expected().only()).isTrue();
        assertThat(read.expected().version()).isEqualTo(1);
        assertThat(read.request(Topic.TIERING).knownAt()).isEqualTo(Instant.parse("2026-07-20T10:00:00Z"));
        assertThat(read.request(Topic.TIERING).topics())
                .containsExactly(Topic.TIERING, Topic.TRAINING, Topic.VIOLATIONS);
    }

    @ParameterizedTest(name = "{0} is exactly {1}")
    @CsvSource({
        "0.97, 97/100",
        "97 %, 97/100",
        "'\"97 %\"', 97/100",
        "1/44, 1/44",
        "0.1, 1/10",
        "1, 1/1",
        "0.97000000000000001, 97000000000000001/100000000000000000"
    })
    void rates_are_read_exactly(String written, String rate) {
        Case read = only(GOLD.replace("0.97", written));

        assertThat(((PerformanceWindow) read.given().get(0)).onTimeRate()).isEqualTo(Rate.parse(rate));
    }

    @Test
    void decimals_never_pass_through_binary_floating_point() {
        Case read = only(GOLD.replace("onTimeRate: 0.97", "customerRating: 4.123456789012"));

        assertThat(((PerformanceWindow) read.given().get(0)).customerRating())
                .isEqualTo(new BigDecimal("4.123456789012"));
    }

    @Test
    void no_is_a_key_and_NO_a_text_as_in_version_1_2_of_the_language() {
        Case read =
                only(GOLD.replace("tier: GOLD", "tier: NO").replace("not: [tiering.shielded]", "no: [TierShielded]"));

        assertThat(read.expected().outcomes().get("TierAssigned").get(0)).containsEntry("tier", "NO");
    }

    @ParameterizedTest(name = "{0} -> {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            market: HK                 | mraket: HK                 | case-unknown-key    | 3:3  | did you mean market?
            market: HK                 | scenario: PEAK             | case-missing-key    | 1:3  | add "market: "
            market: HK                 | market: hk                 | case-value          | 1:3  | put that value right
            market: HK                 | market:                    | case-value          | 3:10 | a text
            asOf: 2026-07-14           | asOf: 14 July              | case-value          | 2:9  | a day such as 2026-07-14
            asOf: 2026-07-14           | asOf: 2026-02-30           | case-value          | 2:9  | a day such as 2026-07-14
            PerformanceWindow:         | PerformanceWidow:          | case-unknown-type   | 4:12 | did you mean PerformanceWindow?
            onTimeRate                 | onTime                     | case-unknown-field  | 4:54 | did you mean onTimeRate?
            0.97                       | 97                         | case-value          | 4:66 | allowed: 0 to 1
            0.97                       | 0,97                       | case-unknown-field  | 4:68 | its fields
            0.97                       | [0.97]                     | case-value          | 4:66 | a rate such as
            orders: 44                 | orders: 44                 | none                | 1:1  | nothing
            completedOrders: 44        | completedOrders: -1        | case-value          | 4:50 | allowed: 0 to 1000000
            completedOrders: 44        | completedOrders: 44.0      | case-value          | 4:50 | a whole number
            completedOrders: 44        | completedOrders: 4e1       | case-value          | 4:50 | a whole number
            completedOrders: 44        | completedOrders: lots      | case-value          | 4:50 | a whole number
            completedOrders: 44        | periodFrom: 2026-06-01     | case-value          | 4:31 | a value; this field must be given
            { completedOrders: 44,     | [ { completedOrders: 44,   | case-yaml           | 4:0  | indent with spaces
            TierAssigned: { tier       | TierAssignd: { tier        | case-unknown-type   | 5:13 | did you mean TierAssigned?
            TierAssigned: { tier       | PointsInForce: { points    | case-unknown-type   | 5:28 | write that case in a pack of violations
            { tier: GOLD }             | { teir: GOLD }             | case-unknown-field  | 5:29 | did you mean tier?
            { tier: GOLD }             | { movement: PROMTED }      | case-value          | 5:39 | did you mean PROMOTED?
            { tier: GOLD }             | GOLD                       | case-form           | 5:27 | write a map of components
            [tiering.shielded]         | tiering.shielded           | case-form           | 5:78 | at least one name
            [tiering.shielded]         | []                         | case-form           | 5:78 | at least one name
            not: [tiering.shielded]    | not: [tiering.qualifies]   | case-contradiction  | 5:11 | remove one of the two
            not: [tiering.shielded]    | no: [TierAssigned]         | case-contradiction  | 5:78 | remove one of the two
            not: [tiering.shielded]    | NoPackInForce: {}          | case-contradiction  | 5:27 | leave NoPackInForce alone
            not: [tiering.shielded]    | only: false                | case-value          | 5:79 | leave it out
            not: [tiering.shielded]    | market: NL                 | case-unknown-type   | 5:73 | known here
            market: HK                 | market: !!str HK           | case-yaml           | 3:11 | write the value without it
            """)
    void a_mistake_is_told_with_its_place_and_how_to_mend_it(
            String right, String wrong, String code, String place, String mend) {
        List<Case> cases = CaseFile.read(PATH, GOLD.replace(right, wrong), problems);

        if (code.equals("none")) {
            assertThat(problems).isEmpty();
            return;
        }
        assertThat(cases).isEmpty();
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.file()).isEqualTo(PATH);
            assertThat(problem.where()).startsWith(PATH + ":" + place.replace(":0", ""));
            assertThat(problem.mend()).contains(mend);
        });
    }

    @ParameterizedTest(name = "expect: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}               | case-expects-nothing
            { only: true }   | case-expects-nothing
            { version: 2 }   | case-expects-nothing
            []               | case-expects-nothing
            nothing          | case-expects-nothing
            """)
    void an_expectation_that_says_nothing_is_a_problem(String expect, String code) {
        CaseFile.read(PATH, GOLD.replaceFirst("expect: .*", "expect: " + expect), problems);

        assertThat(problems).extracting(PackProblem::code).containsExactly(code);
    }

    @Test
    void a_case_without_an_expectation_is_a_problem() {
        CaseFile.read(PATH, GOLD.replaceFirst("expect: .*", ""), problems);

        assertThat(problems).extracting(PackProblem::code).containsExactly("case-missing-key");
    }

    @Test
    void two_cases_of_one_name_are_a_problem_at_the_second() {
        List<Case> cases = CaseFile.read(PATH, GOLD + GOLD, problems);

        assertThat(cases).hasSize(1);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("case-duplicate-name");
            assertThat(problem.where()).isEqualTo(PATH + ":6:9");
            assertThat(problem.what()).contains("line 1");
        });
    }

    @Test
    void two_different_facts_about_the_same_thing_are_a_problem() {
        String twice = "PerformanceWindow: [ { completedOrders: 44 }, { completedOrders: 45 } ]";
        CaseFile.read(PATH, GOLD.replaceFirst("given: .*", "given: { " + twice + " }"), problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("two different facts"));
    }

    @Test
    void a_key_given_twice_is_a_problem() {
        CaseFile.read(PATH, GOLD.replace("market: HK", "market: HK\n  market: NL"), problems);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo(PATH + ":4:3");
            assertThat(problem.what()).contains("market").contains("second time");
        });
    }

    @Test
    void all_problems_of_a_file_are_told_together_and_good_cases_are_kept() {
        String other = GOLD.replace("On 14 July", "On 15 July");
        List<Case> cases = CaseFile.read(
                PATH,
                GOLD.replace("HK", "hk")
                        + other
                        + GOLD.replace("tier:", "teir:").replace("On", "By"),
                problems);

        assertThat(cases).extracting(Case::line).containsExactly(6);
        assertThat(problems).extracting(PackProblem::line).containsExactly(1, 15);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            an empty file        | ''                   | case-empty
            only a comment       | # nothing            | case-empty
            a map                | name: x              | case-form
            a single value       | x                    | case-form
            a list of texts      | [a, b]               | case-form
            an open bracket      | - [                  | case-yaml
            a tab                | '\t- a'              | case-yaml
            """)
    void a_file_that_is_no_list_of_cases_is_a_problem(String what, String text, String code) {
        assertThat(CaseFile.read(PATH, text, problems)).isEmpty();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.toString().toLowerCase(Locale.ROOT)).doesNotContain("exception", "jackson", "snake");
        });
    }

    @Test
    void a_second_document_is_a_problem() {
        CaseFile.read(PATH, GOLD + "---\n" + GOLD, problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.mend()).contains("---"));
    }

    @Test
    void a_thousand_nested_lists_are_a_problem_and_not_an_overflow() {
        CaseFile.read(PATH, "- " + "[".repeat(1_000) + "]".repeat(1_000), problems);

        assertThat(problems).extracting(PackProblem::code).containsExactly("case-yaml");
    }

    @Test
    void without_the_yaml_reader_the_error_names_what_to_add() throws Exception {
        URL[] everything = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> !entry.contains("jackson-dataformat-yaml"))
                .map(CaseFileTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader host = new URLClassLoader(everything, ClassLoader.getPlatformClassLoader())) {
            Class<?> reader = host.loadClass(CaseFile.class.getName());
            assertThatThrownBy(() -> reader.getMethod("read", String.class, String.class, List.class)
                            .invoke(null, PATH, GOLD, new ArrayList<>()))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("add tools.jackson.dataformat:jackson-dataformat-yaml");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Case only(String text) {
        List<Case> cases = CaseFile.read(PATH, text, problems);
        assertThat(problems).isEmpty();
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }
}
