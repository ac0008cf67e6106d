package org.riderrules.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.WorkLog;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;

class DecisionJsonTest {

    private static final DecisionRequest REQUEST = DecisionRequest.about("R-1001")
            .topic(Topic.TIERING)
            .market("HK")
            .capacity(Capacity.CROWDSOURCED)
            .scenario("PEAK")
            .asOf(LocalDate.of(2026, 11, 1))
            .knownAt(Instant.parse("2026-11-01T08:30:00Z"))
            .fact(RiderProfile.builder().birthday(MonthDay.of(5, 17)).build())
            .fact(PerformanceWindow.builder()
                    .periodFrom(LocalDate.of(2026, 10, 1))
                    .periodUntil(LocalDate.of(2026, 11, 1))
                    .completedOrders(200)
                    .onTimeRate(Rate.of(186, 200))
                    .customerRating(new BigDecimal("4.50"))
                    .build())
            .fact(Engagement.builder()
                    .month(YearMonth.of(2026, 10))
                    .income(new BigDecimal("12345.60"))
                    .currency(Currency.getInstance("HKD"))
                    .contributed(true)
                    .build())
            .fact(WorkLog.builder()
                    .day(LocalDate.of(2026, 10, 31))
                    .worked(Duration.ofMinutes(450))
                    .build())
            .build();

    private static final String WINDOW =
            "{\"type\":\"PerformanceWindow\",\"periodFrom\":\"2026-10-01\",\"periodUntil\":\"2026-11-01\",%s}";

    @Test
    void A_request_is_written_in_the_order_of_its_components() {
        assertThat(DecisionJson.writeIndented(REQUEST)).isEqualTo("""
                        {
                          "riderId": "R-1001",
                          "topics": [
                            "tiering"
                          ],
                          "market": "HK",
                          "capacity": "CROWDSOURCED",
                          "scenario": "PEAK",
                          "asOf": "2026-11-01",
                          "knownAt": "2026-11-01T08:30:00Z",
                          "facts": [
                            {
                              "type": "Engagement",
                              "month": "2026-10",
                              "income": "12345.6",
                              "currency": "HKD",
                              "contributed": true
                            },
                            {
                              "type": "PerformanceWindow",
                              "periodFrom": "2026-10-01",
                              "periodUntil": "2026-11-01",
                              "completedOrders": 200,
                              "onTimeRate": "186/200",
                              "customerRating": "4.5"
                            },
                            {
                              "type": "RiderProfile",
                              "birthday": "--05-17"
                            },
                            {
                              "type": "WorkLog",
                              "day": "2026-10-31",
                              "worked": "PT7H30M"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void The_short_form_has_no_line_break_and_no_space() {
        assertThat(DecisionJson.write(REQUEST))
                .startsWith("{\"riderId\":\"R-1001\",\"topics\":[\"tiering\"],\"market\":\"HK\",")
                .doesNotContain("\n", " ");
    }

    @Test
    void A_text_that_would_break_a_line_is_escaped() {
        Violation violation = Violation.builder()
                .id("V-1")
                .code("LATE")
                .occurredOn(LocalDate.of(2026, 10, 5))
                .status(org.riderrules.api.fact.ViolationStatus.REPORTED)
                .evidence(List.of("a\nb\r\u0085\u2028\u2029\t\"\\\u0000\u00e9\ud83d\udef5"))
                .build();
        assertThat(DecisionJson.write(violation))
                .contains("[\"a\\nb\\u000d\\u0085\\u2028\\u2029\\u0009\\\"\\\\\\u0000\u00e9\ud83d\udef5\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"186/200\"', 186, 200",
        "'\"93 %\"', 93, 100",
        "'\"93.25%\"', 9325, 10000",
        "'\"0.93\"', 93, 100",
        "0.93, 93, 100",
        "9.3e-1, 93, 100",
        "1, 1, 1",
        "0, 0, 1",
        "0.333333333333333333, 333333333333333333, 1000000000000000000"
    })
    void A_rate_is_read_exactly_in_every_form(String written, long count, long total) {
        PerformanceWindow read =
                (PerformanceWindow) DecisionJson.readFact(WINDOW.formatted("\"onTimeRate\":" + written));
        assertThat(read.onTimeRate()).isEqualTo(Rate.of(count, total));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.55", "\"4.55\"", "455e-2", "\"4.5500\""})
    void A_decimal_is_read_exactly_from_a_text_or_a_number(String written) {
        PerformanceWindow read =
                (PerformanceWindow) DecisionJson.readFact(WINDOW.formatted("\"customerRating\":" + written));
        assertThat(read.customerRating()).isEqualTo(new BigDecimal("4.55"));
    }

    @Test
    void Null_is_the_same_as_leaving_out() {
        assertThat(DecisionJson.readFact(WINDOW.formatted("\"onTimeRate\":null")))
                .isEqualTo(DecisionJson.readFact(WINDOW.formatted("\"activeDays\":null")));
    }

    @Test
    void An_empty_list_of_a_fact_or_request_may_be_left_out() {
        DecisionRequest read =
                DecisionJson.readRequest("{\"riderId\":\"R-1\",\"topics\":[\"tiering\"],\"market\":\"HK\","
                        + "\"capacity\":\"FLEET\",\"asOf\":\"2026-11-01\"}");
        assertThat(read.facts()).isEmpty();
    }

    private static InvalidRequestException refusal(String request) {
        try {
            DecisionJson.readRequest(request);
        } catch (InvalidRequestException refused) {
            return refused;
        }
        throw new AssertionError("was read: " + request);
    }

    private static String withoutColumn(InvalidRequestException refused) {
        return refused.getMessage().replaceAll(", column [0-9]+", "");
    }

    private static String request(String facts) {
        return "{\"riderId\":\"R-1\",\"topics\":[\"tiering\"],\"market\":\"HK\",\"capacity\":\"FLEET\",\n"
                + " \"asOf\":\"2026-11-01\",\"facts\":[" + facts + "]}";
    }

    /** What is wrong in the window; the path; the message after the path. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "onTimRate":"1/2"             | facts[0].onTimRate       | unknown property at line 2; did you mean onTimeRate?
            "speed":7                     | facts[0].speed           | unknown property at line 2; allowed: one of [type, periodFrom, periodUntil, completedOrders, activeDays,
            "on time rate":"1/2"          | facts[0]["on time rate"]  | unknown property at line 2; did you mean onTimeRate?
            "activeDays":401              | facts[0].activeDays      | 401 at line 2; allowed: 0 to 400
            "activeDays":-1               | facts[0].activeDays      | -1 at line 2; allowed: 0 to 400
            "activeDays":99999999999999   | facts[0].activeDays      | 99999999999999 at line 2; allowed: 0 to 400
            "activeDays":1.0              | facts[0].activeDays      | 1.0 at line 2; allowed: a whole number without quotes
            "activeDays":1e1              | facts[0].activeDays      | 1e1 at line 2; allowed: a whole number without quotes
            "activeDays":"12"             | facts[0].activeDays      | "12" at line 2; allowed: a whole number without quotes
            "activeDays":true             | facts[0].activeDays      | true at line 2; allowed: a whole number without quotes
            "activeDays":[1]              | facts[0].activeDays      | a list at line 2; allowed: a whole number without quotes
            "activeDays":NaN              | facts[0]                 | not JSON, at line 2, near
            "activeDays":1,"activeDays":1 | facts[0].activeDays      | given twice, again at line 2; give it once
            "onTimeRate":"3/2"            | facts[0].onTimeRate      | "3/2" at line 2; allowed: 0 to the total, which is 2
            "onTimeRate":"1/0"            | facts[0].onTimeRate      | "1/0" at line 2; allowed: 1 or more; leave the rate out when nothing was counted
            "onTimeRate":1.01             | facts[0].onTimeRate      | 1.01 at line 2; allowed: 0 to 1, with at most 18 decimals
            "onTimeRate":1e999999999      | facts[0].onTimeRate      | 1e999999999 at line 2; allowed: 0 to 1, with at most 18 decimals
            "onTimeRate":1e-999999999     | facts[0].onTimeRate      | 1e-999999999 at line 2; allowed: 0 to 1, with at most 18 decimals
            "onTimeRate":"9999999999999999999/1" | facts[0].onTimeRate | "9999999999999999999/1" at line 2; allowed: counts up to 9223372036854775807
            "onTimeRate":"often"          | facts[0].onTimeRate      | "often" at line 2; allowed: a count of a count (186/200), a percentage (93 %) or a decimal (0.93), from 0 to 1
            "onTimeRate":false            | facts[0].onTimeRate      | false at line 2; allowed: a rate such as "186/200", "93 %" or "0.93"
            "customerRating":5.01         | facts[0].customerRating  | 5.01 at line 2; allowed: 0 to 5
            "customerRating":"1e9999999999" | facts[0].customerRating | "1e9999999999" at line 2; allowed: a decimal such as "4.5"
            "customerRating":"\\u0664"    | facts[0].customerRating  | "\u0664" at line 2; allowed: a decimal such as "4.5"
            "periodUntil":"2026-12-01"    | facts[0].periodUntil     | given twice
            """)
    void A_wrong_field_is_named_with_path_place_value_and_what_is_allowed(String field, String path, String message) {
        InvalidRequestException refused = refusal(request(WINDOW.formatted(field)));
        assertThat(refused.field()).isEqualTo(path);
        assertThat(withoutColumn(refused)).startsWith(path + ": " + message);
    }

    /** A whole fact; the path; the message after the path. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"PerfomanceWindow"}   | facts[0].type | unknown type "PerfomanceWindow" at line 2; did you mean PerformanceWindow?
            {"type":"Ride"}               | facts[0].type | unknown type "Ride" at line 2; allowed: one of [Appeal, CareClaim,
            {"type":"TierAssigned"}       | facts[0].type | unknown type "TierAssigned"
            {"type":7}                    | facts[0].type | 7 at line 2; allowed: one of [Appeal, CareClaim,
            {"day":"2026-10-31"}          | facts[0].type | missing in the object at line 2; allowed: one of [Appeal,
            7                             | facts[0]      | 7 at line 2; allowed: an object
            null                          | facts[0]      | null at line 2; allowed: an object
            {"type":"WorkLog"}            | facts[0].day  | missing in the object at line 2; allowed: a value; this field must be given
            {"type":"WorkLog","day":null} | facts[0].day  | null at line 2; allowed: a value; this field must be given
            {"type":"WorkLog","day":"31.10.2026"} | facts[0].day  | "31.10.2026" at line 2; allowed: a day such as "2026-10-31"
            {"type":"WorkLog","day":"2026-02-30"} | facts[0].day  | "2026-02-30" at line 2; allowed: a day such as "2026-10-31"
            {"type":"WorkLog","day":"2026-10-31","worked":"PT24H0.1S"} | facts[0].worked  | "PT24H0.1S" at line 2; allowed: PT0S to PT24H
            {"type":"WorkLog","day":"2026-10-31","worked":"8 hours"}   | facts[0].worked  | "8 hours" at line 2; allowed: a duration such as "PT7H30M"
            {"type":"WeatherDay","day":"2026-10-31","level":"LEVEL_V"} | facts[0].level   | "LEVEL_V" at line 2; allowed: one of [NONE, LEVEL_IV, LEVEL_III, LEVEL_II, LEVEL_I]; did you mean LEVEL_IV?
            {"type":"Engagement","month":"2026-13"} | facts[0].month | "2026-13" at line 2; allowed: a month such as "2026-10"
            {"type":"Engagement","month":"2026-10","income":"5"} | facts[0].currency | missing in the object at line 2; allowed: a value, because income is given
            {"type":"Engagement","month":"2026-10","income":"5","currency":"HK"} | facts[0].currency | "HK" at line 2; allowed: an ISO 4217 currency code such as "HKD"
            {"type":"Engagement","month":"2026-10","income":"-5","currency":"HKD"} | facts[0].income | "-5" at line 2; allowed: 0 or more
            {"type":"Engagement","month":"2026-10","contributed":1} | facts[0].contributed | 1 at line 2; allowed: true or false
            {"type":"RiderProfile","birthday":"05-17"} | facts[0].birthday | "05-17" at line 2; allowed: a day of the year such as "--05-17"
            {"type":"Appeal","id":"A","violationId":"V","grounds":"G","filedOn":"2026-10-01","evidence":["x"," "]} | facts[0].evidence[1] | " " at line 2; allowed: 1 to 4000 characters, not blank
            {"type":"Appeal","id":"A","violationId":"V","grounds":"G","filedOn":"2026-10-01","evidence":"x"} | facts[0].evidence | "x" at line 2; allowed: a list
            {"type":"Appeal","id":"A B","violationId":"V","grounds":"G","filedOn":"2026-10-01"} | facts[0].id | "A B" at line 2; allowed: 1 to 120 letters, digits and _ . : / - , the first a letter or digit
            {"type":"Appeal","id":"A","violationId":"V","grounds":"G","filedOn":"2026-10-01","statement":"\\ud83d"} | facts[0].statement | "\\ud83d" at line 2; allowed: whole Unicode characters
            {"type":"TrainingResult","module":"M","phase":"REGULAR","method":"ONLINE_QUIZ","takenOn":"2026-10-01","correct":41,"questions":40,"attempt":1} | facts[0].correct | 41 at line 2; allowed: 0 to 40
            """)
    void A_wrong_fact_is_named_with_path_place_value_and_what_is_allowed(String fact, String path, String message) {
        InvalidRequestException refused = refusal(request(fact));
        assertThat(refused.field()).isEqualTo(path);
        assertThat(withoutColumn(refused)).startsWith(path + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~        | request          | empty; give a JSON object
            [         | [0]              | ends too early, at line 1
            []        | request          | a list at line 1; allowed: an object
            {} {}     | request          | goes on after its end, at line 1; give one document at a time
            {}        | riderId          | missing in the object at line 1; allowed: a value; this field must be given
            {'a':1}   | request          | not JSON, at line 1, near "{'a':1}"; give JSON as in RFC 8259
            nul       | request          | not JSON, at line 1
            {"facts":[{},{"a":01}]} | facts[1]   | not JSON, at line 1
            {"riderId":"R","topics":["tiering","tiering"],"market":"HK"} | topics[1] | "tiering" at line 1; allowed: each of them once
            {"riderId":"R","topics":[],"market":"HK","capacity":"FLEET","asOf":"2026-11-01"} | topics | empty at line 1; allowed: at least one topic
            {"riderId":"R","topics":["Tiering"]} | topics[0] | "Tiering" at line 1; allowed: 1 to 40 lower-case letters, digits and hyphens, a letter first
            {"riderId":"R","topics":["tiering"],"market":"hk","capacity":"FLEET","asOf":"2026-11-01"} | market | "hk" at line 1; allowed: 2 to 12 capital letters, digits and hyphens, a letter first
            {"riderId":"R","topics":["tiering"],"market":"HK","capacity":"FLEAT"} | capacity | "FLEAT" at line 1; allowed: one of [DEDICATED, FLEET, CROWDSOURCED]; did you mean FLEET?
            """)
    void A_wrong_document_is_named_with_path_place_value_and_what_is_allowed(
            String document, String path, String message) {
        InvalidRequestException refused = refusal(document);
        assertThat(withoutColumn(refused)).startsWith(path + ": " + message);
        assertThat(refused.field()).isEqualTo(path);
    }

    @Test
    void No_text_at_all_is_refused_like_a_wrong_one() {
        assertThat(refusal(null)).hasMessage("request: null; give a JSON object");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> DecisionJson.readFact(null))
                .withMessage("fact: null; give a JSON object");
    }

    @Test
    void The_place_is_where_the_value_begins() {
        String document = "{\n  \"riderId\": \"R-1\",\n\t\"topics\": [ \"tiering\",\r\n  7 ]\n}";
        assertThat(refusal(document).getMessage()).isEqualTo("topics[1]: 7 at line 4, column 3; allowed: a text");
        assertThat(refusal(document.replace("7", "{}")).getMessage())
                .isEqualTo("topics[1]: an object at line 4, column 3; allowed: a text");
        assertThat(refusal(document.replace("\"R-1\"", "  -1.5")).getMessage())
                .isEqualTo("riderId: -1.5 at line 2, column 16; allowed: a text");
    }

    @Test
    void The_refusal_of_a_value_keeps_its_cause() {
        assertThat(refusal(request(WINDOW.formatted("\"activeDays\":401"))))
                .hasCauseInstanceOf(InvalidValueException.class);
    }

    @Test
    void Two_facts_of_one_identity_that_differ_are_refused() {
        InvalidRequestException refused = refusal(
                request("{\"type\":\"RiderProfile\",\"dependants\":1},{\"type\":\"RiderProfile\",\"dependants\":2}"));
        assertThat(withoutColumn(refused))
                .startsWith("facts: two different facts are about RiderProfile: ")
                .endsWith(", at line 2; give one of them, or give them different identities");
    }

    @Test
    void Too_deep_and_too_long_documents_are_refused_without_being_read() {
        assertThat(refusal("[".repeat(2_000)).getMessage())
                .contains("too much, after line 1, column 500; allowed: 500 levels")
                .hasSizeLessThan(400);
        assertThat(refusal("{\"a\":".repeat(100_000)).getMessage()).contains("too much");
        assertThat(refusal(" ".repeat((16 << 20) + 1)).getMessage())
                .isEqualTo("request: 16777217 characters; allowed: at most 16777216");
        assertThat(refusal(request("{\"type\":\"RiderProfile\",\"partnerId\":\"" + "x".repeat(200_000) + "\"}"))
                        .getMessage())
                .contains("too much");
        assertThat(refusal(request("{\"type\":\"RiderProfile\",\"dependants\":" + "1".repeat(2_000) + "}"))
                        .getMessage())
                .contains("too much");
    }

    @Test
    void A_long_or_nasty_value_is_shown_short_and_on_one_line() {
        String message = refusal(request("{\"type\":\"RiderProfile\",\"partnerId\":\"\\r\\n\\u001b[31m\\u2028"
                        + "x".repeat(9_000) + "\"}"))
                .getMessage();
        assertThat(message)
                .hasSizeLessThan(300)
                .contains("\"\\u000d\\u000a\\u001b[31m\\u2028xxx")
                .doesNotContain("\n");
    }

    private static Decision decision() {
        Reason reason = new Reason(
                "tiering.qualifies",
                new TreeMap<>(Map.of("en", "completed {orders} orders", "zh-Hant", "\u5b8c\u6210{orders}\u55ae")));
        RuleRef ref = new RuleRef("tiering.qualifies", "A rider must qualify.", "Charter", "tiering/v1/q.drl", 12);
        Evidence.FiredRule busy = new Evidence.FiredRule(ref, reason, new TreeMap<>(Map.of("orders", "44")), List.of());
        Evidence.FiredRule gold = new Evidence.FiredRule(
                new RuleRef("tiering.decides", "A rider must be Gold.", "Charter", "tiering/v1/d.drl", 3),
                reason,
                new TreeMap<>(),
                List.of(busy, busy, new Evidence.DayUsed("2026-11-01")));
        TierAssigned outcome =
                new TierAssigned("GOLD", 2, TierMovement.PROMOTED, LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 1));
        return new Decision(
                null,
                "R-1001",
                Topic.TIERING,
                "HK",
                Capacity.FLEET,
                null,
                LocalDate.of(2026, 11, 1),
                Instant.parse("2026-11-01T08:30:00Z"),
                List.of(outcome),
                new Explanation(List.of(new Because(outcome, gold, new TreeMap<>()))),
                new Provenance(
                        "tiering", 1, "sha256:0", "sha256:1", "0.1", List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void A_fired_rule_is_written_once_with_its_texts_and_referred_to_afterwards() {
        assertThat(DecisionJson.write(decision()))
                .contains("\"grounds\":{\"node\":\"rule\",\"id\":1,\"rule\":{\"id\":\"tiering.decides\",")
                .contains("\"grounds\":[{\"node\":\"rule\",\"id\":2,\"rule\":{\"id\":\"tiering.qualifies\",")
                .contains("\"bindings\":{\"orders\":\"44\"},\"grounds\":[],"
                        + "\"texts\":{\"en\":\"completed 44 orders\",\"zh-Hant\":\"\u5b8c\u621044\u55ae\"}},"
                        + "{\"node\":\"ref\",\"id\":2},{\"node\":\"day\",\"date\":\"2026-11-01\"}],\"texts\":");
    }

    @Test
    void A_shared_rule_is_one_object_again_after_reading() {
        Decision read = DecisionJson.readDecision(DecisionJson.write(decision()));
        Evidence.FiredRule gold =
                (Evidence.FiredRule) read.explanation().because().get(0).grounds();
        assertThat(gold.grounds().get(0)).isSameAs(gold.grounds().get(1));
        assertThat(read).isEqualTo(decision());
    }

    @Test
    void The_texts_of_a_rule_are_ignored_on_reading_and_so_is_a_missing_id() {
        String written = DecisionJson.write(decision());
        assertThat(DecisionJson.readDecision(written.replace("completed 44 orders", "no matter")))
                .isEqualTo(decision());
        assertThat(DecisionJson.readDecision(written.replace("\"id\":1,", ""))).isEqualTo(decision());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"node":"ref","id":2}  | {"node":"ref","id":3}         | explanation.because[0].grounds.grounds[1].id | 3 at line
            {"node":"ref","id":2}  | {"node":"ref","id":1}         | explanation.because[0].grounds.grounds[1].id | 1 at line
            {"node":"ref","id":2}  | {"node":"ref"}                | explanation.because[0].grounds.grounds[1].id | missing in
            {"node":"ref","id":2}  | {"node":"ref","id":2,"x":1}   | explanation.because[0].grounds.grounds[1].x  | unknown property
            {"node":"ref","id":2}  | {"node":"facts"}              | explanation.because[0].grounds.grounds[1].node | unknown node "facts"
            {"node":"ref","id":2}  | {"type":"Appeal"}             | explanation.because[0].grounds.grounds[1].node | missing in
            {"node":"rule","id":2  | {"node":"rule","id":1         | explanation.because[0].grounds.grounds[1].id | 2 at line
            "rank":2,              | "rank":101,                   | outcomes[0].rank | 101 at line
            "version":1,           | "version":99999999999,        | provenance.version | 99999999999 at line
            "version":1,           | ~~                            | provenance.version | missing in
            "outcomes":[{          | "outcomes":[],"x":[{          | x | unknown property
            {"node":"day","date":"2026-11-01"} | {"node":"day"}    | explanation.because[0].grounds.grounds[2].date | missing in
            """)
    void A_wrong_decision_is_named_with_path(String right, String wrong, String path, String message) {
        String written = DecisionJson.write(decision());
        assertThat(written).contains(right);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> DecisionJson.readDecision(written.replace(right, wrong)))
                .withMessageStartingWith(path + ": " + message)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(path));
    }

    @Test
    void An_explanation_of_shared_rules_is_written_and_read_in_linear_time() {
        Evidence.FiredRule node =
                (Evidence.FiredRule) decision().explanation().because().get(0).grounds();
        for (int i = 0; i < 197; i++) {
            node = new Evidence.FiredRule(
                    node.rule(), node.reason(), new TreeMap<>(Map.of("i", "" + i)), List.of(node, node, node));
        }
        Decision one = decision();
        Decision deep = new Decision(
                null,
                one.riderId(),
                one.topic(),
                one.market(),
                one.capacity(),
                null,
                one.asOf(),
                one.knownAt(),
                one.outcomes(),
                new Explanation(List.of(new Because(one.outcomes().get(0), node, new TreeMap<>()))),
                one.provenance());
        String written = DecisionJson.write(deep);
        assertThat(written).hasSizeLessThan(200_000);
        assertThat(DecisionJson.write(DecisionJson.readDecision(written))).isEqualTo(written);
        assertThat(DecisionJson.readDecision(written).explanation().ruleIds()).hasSize(2);
    }
}
