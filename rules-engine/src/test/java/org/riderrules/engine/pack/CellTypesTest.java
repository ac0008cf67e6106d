package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

class CellTypesTest {

    @Test
    void a_text_is_taken_as_it_is() {
        assertRead(String.class, "GOLD \u2014 \u91d1", "GOLD \u2014 \u91d1");
    }

    @Test
    void a_whole_number_has_digits_only_and_fits() {
        assertRead(int.class, "-12", -12);
        assertRead(Integer.class, "2147483647", 2147483647);
        assertRefused(int.class, "2147483648", "write a number from -2147483648 to 2147483647");
        assertRead(long.class, "2147483648", 2147483648L);
        assertRead(Long.class, "-9223372036854775808", Long.MIN_VALUE);
        assertRefused(
                Long.class, "9223372036854775808", "write a number from -9223372036854775808 to 9223372036854775807");
        String separators = ": no thousands separators, signs of currency or exponents";
        assertRefused(int.class, "12.00", "write 12");
        assertRefused(int.class, "1,200", "write 1200" + separators);
        assertRefused(int.class, "1e3", "write digits only, such as 120" + separators);
        assertRefused(int.class, "12.5", "write digits only, such as 120" + separators);
        assertRefused(int.class, "+5", "write digits only, such as 120" + separators);
        assertRefused(int.class, "\u0661", "write digits only, such as 120" + separators);
    }

    @Test
    void a_decimal_number_has_a_point_and_nothing_else() {
        assertRead(BigDecimal.class, "1.05", new BigDecimal("1.05"));
        assertRead(BigDecimal.class, "-3", new BigDecimal("-3"));
        assertRead(BigDecimal.class, "1.50", new BigDecimal("1.50"));
        assertRefused(BigDecimal.class, "1,05", "write 1.05: a point, no thousands separators");
        assertRefused(
                BigDecimal.class, "1,050", "write 1050, or 1.050 if that is meant: a point, no thousands separators");
        assertRefused(BigDecimal.class, "1,050.25", "write 1050.25: a point, no thousands separators");
        String form =
                "write digits with a point, such as 1.05: no thousands separators, signs of currency or exponents";
        assertRefused(BigDecimal.class, "1E3", form);
        assertRefused(BigDecimal.class, ".5", form);
        assertRefused(BigDecimal.class, "5.", form);
        assertRefused(BigDecimal.class, "$5", form);
        assertRefused(BigDecimal.class, "5 %", form);
        assertRefused(BigDecimal.class, "NaN", form);
    }

    @Test
    void a_truth_is_written_in_small_letters() {
        assertRead(boolean.class, "true", true);
        assertRead(Boolean.class, "false", false);
        assertRefused(boolean.class, "TRUE", "write true, in small letters");
        assertRefused(Boolean.class, "yes", "write true or false");
        assertRefused(Boolean.class, "1", "write true or false");
    }

    @Test
    void a_rate_is_a_count_of_a_count_a_percentage_or_a_decimal() {
        assertRead(Rate.class, "186/200", Rate.of(186, 200));
        assertRead(Rate.class, "93 %", Rate.of(186, 200));
        assertRead(Rate.class, "93%", Rate.of(186, 200));
        assertRead(Rate.class, "0.93", Rate.of(186, 200));
        assertRefused(Rate.class, "0,93", "write 0.93: a point, not a comma");
        assertRefused(Rate.class, "97,5 %", "write 97.5 %: a point, not a comma");
        assertRefused(Rate.class, "97", "write 97 % if it is a percentage; as a decimal it lies from 0 to 1");
        assertRefused(Rate.class, "100", "write 100 % if it is a percentage; as a decimal it lies from 0 to 1");
        assertRefused(Rate.class, "101 %", "write 186/200, 93 % or 0.93, from 0 to 1");
        assertRefused(Rate.class, "3/2", "write 186/200, 93 % or 0.93, from 0 to 1");
        assertRefused(Rate.class, "0/0", "write 186/200, 93 % or 0.93, from 0 to 1");
    }

    @Test
    void a_day_is_year_month_day() {
        assertRead(LocalDate.class, "2024-02-29", LocalDate.of(2024, 2, 29));
        String form = "write year-month-day of a day that exists, such as 2026-07-14";
        assertRefused(LocalDate.class, "2026-02-29", form);
        assertRefused(LocalDate.class, "14/07/2026", form);
        assertRefused(LocalDate.class, "2026-7-14", form);
        assertRefused(LocalDate.class, "+12026-07-14", form);
    }

    @Test
    void a_duration_is_iso_8601_in_capitals() {
        assertRead(Duration.class, "PT15M", Duration.ofMinutes(15));
        assertRead(Duration.class, "P30D", Duration.ofDays(30));
        String form = "write ISO 8601 in capitals, such as PT15M (15 minutes), PT4H or P30D";
        assertRefused(Duration.class, "pt15m", form);
        assertRefused(Duration.class, "15 min", form);
        assertRefused(Duration.class, "00:15", form);
        assertRefused(Duration.class, "P1M", form);
    }

    @Test
    void a_currency_and_a_topic_have_their_codes() {
        assertRead(Currency.class, "HKD", Currency.getInstance("HKD"));
        assertRefused(Currency.class, "hkd", "write the three capital letters of ISO 4217, such as HKD");
        assertRefused(Currency.class, "HK$", "write the three capital letters of ISO 4217, such as HKD");
        assertRead(Topic.class, "tiering", Topic.TIERING);
        assertRefused(Topic.class, "Tiering", "write 1 to 40 lower-case letters, digits and hyphens, a letter first");
    }

    @Test
    void a_name_of_the_api_is_written_as_it_is_there() {
        assertRead(Capacity.class, "FLEET", Capacity.FLEET);
        assertRefused(Capacity.class, "Fleet", "did you mean FLEET? known names: DEDICATED, FLEET, CROWDSOURCED");
    }

    @Test
    void a_way_of_rounding_is_written_by_its_java_name() {
        assertRead(RoundingMode.class, "HALF_UP", RoundingMode.HALF_UP);
        assertRefused(
                RoundingMode.class,
                "half up",
                "did you mean HALF_UP? known names: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN,"
                        + " UNNECESSARY");
    }

    @Test
    void other_types_cannot_be_filled() {
        assertThat(CellTypes.of(double.class)).isNull();
        assertThat(CellTypes.of(Object.class)).isNull();
        assertThat(CellTypes.of(java.util.List.class)).isNull();
        assertThat(CellTypes.of(TimeUnit.class)).isNull();
    }

    private static void assertRead(Class<?> type, String text, Object expected) {
        CellType.Reading reading = CellTypes.of(type).read(text);
        assertThat(reading.value()).as(text).isEqualTo(expected);
        assertThat(reading.mend()).isEmpty();
    }

    private static void assertRefused(Class<?> type, String text, String mend) {
        CellType.Reading reading = CellTypes.of(type).read(text);
        assertThat(reading.value()).as(text).isNull();
        assertThat(reading.mend()).as(text).isEqualTo(mend);
    }
}
