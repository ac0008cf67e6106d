package org.riderrules.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    private static final Map<String, String> VALUES = Map.of("orders", "44", "onTime", "97/100", "odd", "{orders}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {orders} orders, {onTime} on time | 44 orders, 97/100 on time
            {{orders}}                        | {orders}
            {{{orders}}}                      | {44}
            {unknown} stays                   | {unknown} stays
            an open { brace                   | an open { brace
            {orders                           | {orders
            orders}                           | orders}
            {}                                | {}
            {odd} is not filled again         | {orders} is not filled again
            {orders}{orders}                  | 4444
            100 % $1 \\n                      | 100 % $1 \\n
            """)
    void A_template_is_filled_with_the_bound_values(String template, String text) {
        Reason reason = new Reason("key", new TreeMap<>(Map.of("en", template)));
        assertThat(reason.text(Locale.ENGLISH, VALUES)).isEqualTo(text);
    }

    @Test
    void A_missing_language_falls_back_to_English_and_then_to_the_key() {
        Reason both =
                new Reason("the.key", new TreeMap<>(Map.of("en", "late", "ar", "\u0645\u062a\u0623\u062e\u0631")));
        assertThat(both.text(Locale.forLanguageTag("ar-SA"), Map.of())).isEqualTo("\u0645\u062a\u0623\u062e\u0631");
        assertThat(both.text(Locale.forLanguageTag("zh-HK"), Map.of())).isEqualTo("late");
        assertThat(new Reason("the.key", new TreeMap<>()).text(Locale.ENGLISH, Map.of()))
                .isEqualTo("the.key");
    }

    @Test
    void Templates_are_sorted_by_language_whatever_the_order_of_the_map_that_was_given() {
        TreeMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(Map.of("en", "a", "ar", "b"));
        assertThat(new Reason("key", backwards).templates().keySet()).containsExactly("ar", "en");
        assertThat(new Reason("key", backwards).templates().comparator()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "en, ENGLISH",
        "en-GB, ENGLISH",
        "zh, CHINESE_SIMPLIFIED",
        "zh-CN, CHINESE_SIMPLIFIED",
        "zh-SG, CHINESE_SIMPLIFIED",
        "zh-Hans, CHINESE_SIMPLIFIED",
        "zh-Hans-HK, CHINESE_SIMPLIFIED",
        "zh-Hant, CHINESE_TRADITIONAL",
        "zh-Hant-CN, CHINESE_TRADITIONAL",
        "zh-HK, CHINESE_TRADITIONAL",
        "zh-TW, CHINESE_TRADITIONAL",
        "zh-MO, CHINESE_TRADITIONAL",
        "pt-BR, PORTUGUESE_BRAZIL",
        "pt, PORTUGUESE_BRAZIL",
        "pt-PT, PORTUGUESE_BRAZIL",
        "ar, ARABIC",
        "ar-SA, ARABIC",
        "sw, ENGLISH",
        "und, ENGLISH"
    })
    void A_locale_is_served_by_the_language_nearest_to_it(String tag, Language language) {
        assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(language);
    }

    @Test
    void Every_language_serves_its_own_tag() {
        for (Language language : Language.values()) {
            assertThat(Language.of(Locale.forLanguageTag(language.tag()))).isEqualTo(language);
        }
    }
}
