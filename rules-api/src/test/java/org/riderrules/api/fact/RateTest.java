package org.riderrules.api.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.InvalidValueException;

class RateTest {

    @Test
    void A_rate_of_nothing_does_not_exist() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Rate.of(0, 0))
                .withMessage("Rate.total is 0; allowed: 1 or more; leave the rate out when nothing was counted");
    }

    @Test
    void The_count_goes_from_zero_to_the_total() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Rate.of(-1, 200))
                .withMessage("Rate.count is -1; allowed: 0 to the total, which is 200");
        assertThat(Rate.of(0, 200)).hasToString("0/200");
        assertThat(Rate.of(1, 200)).hasToString("1/200");
        assertThat(Rate.of(199, 200)).hasToString("199/200");
        assertThat(Rate.of(200, 200)).hasToString("200/200");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Rate.of(201, 200))
                .withMessage("Rate.count is 201; allowed: 0 to the total, which is 200");
    }

    @Test
    void The_total_is_at_least_one() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Rate.of(0, -1));
        assertThat(Rate.of(1, 1)).hasToString("1/1");
    }

    @ParameterizedTest
    @CsvSource({
        "186/200, 186, 200",
        "186 / 200, 186, 200",
        "' 186/200 ', 186, 200",
        "0/1, 0, 1",
        "93 %, 93, 100",
        "93%, 93, 100",
        "0 %, 0, 1",
        "100 %, 1, 1",
        "99.5 %, 995, 1000",
        "0.000000000001 %, 1, 100000000000000",
        "0.93, 93, 100",
        "0.930, 93, 100",
        "0, 0, 1",
        "1, 1, 1",
        "1.0, 1, 1",
        "0.000000000000000001, 1, 1000000000000000000",
        "9223372036854775807/9223372036854775807, 9223372036854775807, 9223372036854775807",
        "0000000000000000001/0000000000000000002, 1, 2"
    })
    void Counts_percentages_and_decimals_are_read_exactly(String text, long count, long total) {
        Rate rate = Rate.parse(text);
        assertThat(rate.count()).isEqualTo(count);
        assertThat(rate.total()).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "1/",
                "/2",
                "1/2/3",
                "1,5 %",
                "0,93",
                "93 %%",
                "-1/2",
                "+1/2",
                "1.5/2",
                "1e-1",
                ".5",
                "0.",
                "NaN",
                "Infinity",
                "often",
                "93 percent",
                "0.0000000000000000001",
                "12345678901234567890/1",
                "\u0661/\u0662",
                "0x1/2"
            })
    void Any_other_text_is_refused_and_the_forms_are_named(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Rate.parse(text))
                .withMessage("Rate.text is \"" + text + "\"; allowed: a count of a count (186/200), a percentage (93 %)"
                        + " or a decimal (0.93), from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/1", "1/0", "0/0", "100.000000000001 %", "101 %", "1.000000000000000001", "2"})
    void A_text_outside_zero_to_one_is_refused(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Rate.parse(text));
    }

    @Test
    void Counts_beyond_a_long_are_refused_with_the_largest_that_is_not() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Rate.parse("1/9223372036854775808"))
                .withMessage("Rate.text is \"1/9223372036854775808\"; allowed: counts up to 9223372036854775807");
    }

    @ParameterizedTest
    @NullSource
    void A_null_is_refused(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Rate.parse(text));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Rate.of(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01", "1E+999999999", "1E-999999999", "0.1234567890123456789"})
    void A_decimal_outside_its_range_is_refused_without_being_written_out(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Rate.of(new BigDecimal(text)))
                .withMessageEndingWith("; allowed: 0 to 1, with at most 18 decimals")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(120));
    }

    @ParameterizedTest
    @CsvSource({
        "186/200, 93 %, 0",
        "185/200, 93 %, -1",
        "187/200, 93 %, 1",
        "9299999999/10000000000, 93 %, -1",
        "9300000001/10000000000, 93 %, 1",
        "1/3, 0.333333333333333333, 1",
        "1/3, 0.333333333333333334, -1",
        "3037000498/3037000499, 3037000499/3037000500, -1",
        "9223372036854775806/9223372036854775807, 9223372036854775805/9223372036854775806, 1",
        "9223372036854775806/9223372036854775807, 1/1, -1",
        "1/9223372036854775807, 0/1, 1",
        "4611686018427387903/9223372036854775807, 1/2, -1"
    })
    void Rates_compare_exactly_just_below_at_and_just_above_also_with_large_counts(
            String one, String two, int expected) {
        Rate first = Rate.parse(one);
        Rate second = Rate.parse(two);
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(expected);
        assertThat(Integer.signum(second.compareTo(first))).isEqualTo(-expected);
        assertThat(first.equals(second)).isEqualTo(expected == 0);
    }

    @Test
    void Rates_of_one_value_are_equal_whatever_their_counts_and_keep_their_counts() {
        assertThat(Rate.of(93, 100)).isEqualTo(Rate.of(186, 200)).hasSameHashCodeAs(Rate.of(186, 200));
        assertThat(Rate.of(93, 100)).hasToString("93/100");
        assertThat(Rate.of(186, 200)).hasToString("186/200");
        assertThat(Rate.of(0, 5)).isEqualTo(Rate.of(0, 7)).hasSameHashCodeAs(Rate.of(0, 7));
        assertThat(Rate.of(1, 2)).isNotEqualTo("1/2").isNotEqualTo(null);
    }

    @Test
    void The_complement_is_what_is_missing_to_the_whole() {
        assertThat(Rate.of(186, 200).complement()).hasToString("14/200");
        assertThat(Rate.of(0, 1).complement()).hasToString("1/1");
    }

    @Test
    void A_decimal_for_display_is_rounded_half_even() {
        assertThat(Rate.of(1, 8).toDecimal(2)).isEqualByComparingTo("0.12");
        assertThat(Rate.of(3, 8).toDecimal(2)).isEqualByComparingTo("0.38");
        assertThat(Rate.of(2, 3).toDecimal(4)).isEqualByComparingTo("0.6667");
    }

    @Test
    void The_text_does_not_depend_on_the_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Rate.of(186, 200)).hasToString("186/200");
            assertThat(Rate.parse("93.5 %")).isEqualTo(Rate.of(935, 1000));
        } finally {
            Locale.setDefault(before);
        }
    }
}
