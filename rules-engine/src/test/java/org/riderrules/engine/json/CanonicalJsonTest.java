package org.riderrules.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.WorkLog;
import org.riderrules.api.outcome.NotGranted;

class CanonicalJsonTest {

    private static final DecisionRequest REQUEST = DecisionRequest.about("R-1001")
            .topic(Topic.WELFARE)
            .topic(Topic.TIERING)
            .market("HK")
            .capacity(Capacity.CROWDSOURCED)
            .asOf(LocalDate.of(2026, 11, 1))
            .knownAt(Instant.parse("2026-11-01T08:30:00Z"))
            .fact(RiderProfile.builder()
                    .joinedOn(LocalDate.of(2025, 3, 9))
                    .birthday(MonthDay.of(5, 17))
                    .build())
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

    private static final String WRITTEN = "{\"asOf\":\"2026-11-01\",\"capacity\":\"CROWDSOURCED\",\"facts\":["
            + "{\"contributed\":true,\"currency\":\"HKD\",\"income\":\"12345.6\",\"month\":\"2026-10\","
            + "\"type\":\"Engagement\"},"
            + "{\"completedOrders\":200,\"customerRating\":\"4.5\",\"onTimeRate\":\"186/200\","
            + "\"periodFrom\":\"2026-10-01\",\"periodUntil\":\"2026-11-01\",\"type\":\"PerformanceWindow\"},"
            + "{\"birthday\":\"--05-17\",\"joinedOn\":\"2025-03-09\",\"type\":\"RiderProfile\"},"
            + "{\"day\":\"2026-10-31\",\"type\":\"WorkLog\",\"worked\":\"PT7H30M\"}],"
            + "\"knownAt\":\"2026-11-01T08:30:00Z\",\"market\":\"HK\",\"riderId\":\"R-1001\","
            + "\"topics\":[\"tiering\",\"welfare\"]}";

    @Test
    void The_form_of_a_request_never_changes() {
        assertThat(CanonicalJson.text(REQUEST)).isEqualTo(WRITTEN);
        assertThat(CanonicalJson.digest(REQUEST))
                .isEqualTo("sha256:c948629d225deb0e464c4869ed3a5c0a41520b414d5c4a9918457212056ddeb0");
    }

    @Test
    void The_digest_of_one_value_is_the_SHA_256_of_its_bytes() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(WRITTEN.getBytes(StandardCharsets.UTF_8));
        assertThat(CanonicalJson.digest(REQUEST))
                .isEqualTo("sha256:" + HexFormat.of().formatHex(hash));
    }

    @Test
    void Several_values_cannot_be_mistaken_for_others() {
        assertThat(Set.of(
                        CanonicalJson.digest("a", "b"),
                        CanonicalJson.digest("ab"),
                        CanonicalJson.digest("a\nb"),
                        CanonicalJson.digest("a\",\"b"),
                        CanonicalJson.digest(List.of("a", "b")),
                        CanonicalJson.digest("a", "b", null),
                        CanonicalJson.digest("a", "b", "null")))
                .hasSize(7);
    }

    @Test
    void Keys_stand_in_the_order_of_their_code_points() {
        Map<String, Integer> given = new LinkedHashMap<>();
        for (String key : List.of("\uff5e", "\ud83d\ude00", "b", "B", "a", "", "\u20ac", "ab", "a!", "\u00f6")) {
            given.put(key, 1);
        }
        assertThat(CanonicalJson.text(given))
                .isEqualTo("{\"\":1,\"B\":1,\"a\":1,\"a!\":1,\"ab\":1,\"b\":1,\"\u00f6\":1,\"\u20ac\":1,"
                        + "\"\uff5e\":1,\"\ud83d\ude00\":1}");
    }

    @Test
    void A_text_is_the_same_however_its_accents_were_typed() {
        assertThat(CanonicalJson.text("Sa\u0303o")).isEqualTo("\"S\u00e3o\"");
        assertThat(CanonicalJson.digest("cafe\u0301 \u4e2d")).isEqualTo(CanonicalJson.digest("caf\u00e9 \u4e2d"));
        assertThat(CanonicalJson.digest("\u1100\u1161")).isEqualTo(CanonicalJson.digest("\uac00"));
    }

    @Test
    void Only_what_must_be_escaped_is_escaped() {
        assertThat(CanonicalJson.text("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028<>&'"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028<>&'\"");
        assertThat(CanonicalJson.bytes("\u00e9\u4e2d\ud83d\ude00"))
                .isEqualTo("\"\u00e9\u4e2d\ud83d\ude00\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void Half_a_surrogate_pair_is_kept_apart_from_a_question_mark() {
        assertThat(CanonicalJson.text("x\ud83d")).isEqualTo("\"x\\ud83d\"");
        assertThat(CanonicalJson.text("\ude00x")).isEqualTo("\"\\ude00x\"");
    }

    @Test
    void Equal_decimals_look_equal() {
        for (String written : List.of("4.5", "4.50", "45E-1", "0.45E+1")) {
            assertThat(CanonicalJson.text(new BigDecimal(written))).isEqualTo("\"4.5\"");
        }
        assertThat(CanonicalJson.text(new BigDecimal("1E+3"))).isEqualTo("\"1000\"");
        assertThat(CanonicalJson.text(new BigDecimal("0E-7"))).isEqualTo("\"0\"");
        assertThat(CanonicalJson.text(new BigDecimal("-0.050"))).isEqualTo("\"-0.05\"");
    }

    @Test
    void Whole_numbers_are_JSON_numbers() {
        assertThat(CanonicalJson.text(List.of(0, 9, 10, -1, Long.MAX_VALUE, Long.MIN_VALUE)))
                .isEqualTo("[0,9,10,-1,9223372036854775807,-9223372036854775808]");
    }

    @Test
    void Dates_are_written_as_ISO_8601_in_every_year() {
        for (LocalDate date : List.of(
                LocalDate.of(2026, 1, 9),
                LocalDate.of(999, 12, 31),
                LocalDate.of(1000, 1, 1),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(10000, 1, 1),
                LocalDate.of(-1, 1, 1))) {
            assertThat(CanonicalJson.text(date)).isEqualTo("\"" + date + "\"");
        }
    }

    @Test
    void A_rate_keeps_its_counts() {
        assertThat(CanonicalJson.text(Rate.of(186, 200))).isEqualTo("\"186/200\"");
    }

    @Test
    void Nothing_that_has_no_order_or_no_exact_value_is_written() {
        for (Object value : List.of(1.5, 1.5f, Set.of("a"), new Object(), new int[] {1}, Map.of(1, "a"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(value));
        }
        assertThat(CanonicalJson.text(new TreeSet<>(List.of("b", "a")))).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void A_huge_exponent_is_refused_instead_of_filling_the_memory() {
        for (String written : List.of("1E+999999999", "1E-999999999")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CanonicalJson.bytes(new BigDecimal(written)))
                    .withMessageContaining("1000 digits");
        }
    }

    @Test
    void Two_keys_that_are_one_in_NFC_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(Map.of("e\u0301", 1, "\u00e9", 2)))
                .withMessageContaining("the same in NFC");
    }

    private sealed interface Shape permits Square {}

    private record Square(String type) implements Shape {}

    private record Note(String b, Integer a, List<String> c) {}

    @Test
    void A_record_without_siblings_has_no_type_and_leaves_out_what_is_null() {
        assertThat(CanonicalJson.text(new Note("x", null, Arrays.asList("y", null))))
                .isEqualTo("{\"b\":\"x\",\"c\":[\"y\",null]}");
    }

    @Test
    void A_record_whose_component_hides_its_type_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(new Square("x")))
                .withMessageContaining("\"type\"");
    }

    private static Evidence.FiredRule fired(String id, List<Evidence> grounds) {
        Reason reason = new Reason(id, new TreeMap<>(Map.of("en", "because of {n}")));
        return new Evidence.FiredRule(
                new RuleRef(id, "A rider may.", "Charter", "a.drl", 7),
                reason,
                new TreeMap<>(Map.of("n", "1")),
                grounds);
    }

    private static Explanation because(Evidence grounds) {
        return new Explanation(List.of(new Because(new NotGranted("tiering"), grounds, new TreeMap<>())));
    }

    @Test
    void A_fired_rule_is_written_once_and_referred_to_afterwards() {
        Evidence.FiredRule shared = fired("a", List.of(new Evidence.NoneFound("Appeal")));
        assertThat(CanonicalJson.text(because(fired("b", List.of(shared, shared)))))
                .isEqualTo("{\"because\":[{\"grounds\":{\"bindings\":{\"n\":\"1\"},\"grounds\":["
                        + "{\"bindings\":{\"n\":\"1\"},\"grounds\":[{\"node\":\"none\",\"type\":\"Appeal\"}],\"id\":2,"
                        + "\"node\":\"rule\",\"reason\":{\"key\":\"a\",\"templates\":{\"en\":\"because of {n}\"}},"
                        + "\"rule\":{\"file\":\"a.drl\",\"id\":\"a\",\"line\":7,\"sentence\":\"A rider may.\","
                        + "\"source\":\"Charter\"}},{\"id\":2,\"node\":\"ref\"}],\"id\":1,\"node\":\"rule\","
                        + "\"reason\":{\"key\":\"b\",\"templates\":{\"en\":\"because of {n}\"}},"
                        + "\"rule\":{\"file\":\"a.drl\",\"id\":\"b\",\"line\":7,\"sentence\":\"A rider may.\","
                        + "\"source\":\"Charter\"}}"
                        + ",\"outcome\":{\"subject\":\"tiering\",\"type\":\"NotGranted\"},\"texts\":{}}]}");
    }

    @Test
    void What_is_written_does_not_depend_on_which_nodes_are_one_object() {
        Evidence.FiredRule one = fired("a", List.of());
        Evidence.FiredRule two = fired("a", List.of());
        assertThat(CanonicalJson.text(because(fired("b", List.of(one, one)))))
                .isEqualTo(CanonicalJson.text(because(fired("b", List.of(one, two)))));
    }

    @Test
    void An_explanation_whose_rules_share_their_grounds_is_written_in_linear_size() {
        Evidence.FiredRule node = fired("r0", List.of());
        for (int i = 1; i < 200; i++) {
            node = fired("r" + i, List.of(node, node, node));
        }
        assertThat(CanonicalJson.bytes(because(node))).hasSizeLessThan(200 * 400);
    }

    @Test
    void Rules_resting_on_rules_without_end_are_refused() {
        Evidence.FiredRule node = fired("r", List.of());
        for (int i = 0; i < 200; i++) {
            node = fired("r", List.of(node));
        }
        Evidence.FiredRule deepest = node;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.bytes(because(deepest)))
                .withMessageContaining("more than 200 times");
    }

    @Test
    void The_components_of_a_fired_rule_are_the_ones_that_are_written() {
        assertThat(Arrays.stream(Evidence.FiredRule.class.getRecordComponents()).map(each -> each.getName()))
                .containsExactlyInAnyOrder("rule", "reason", "bindings", "grounds");
    }

    @Test
    void Every_node_of_an_explanation_has_a_word() {
        assertThat(Evidence.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(Nodes.words().keySet());
    }
}
