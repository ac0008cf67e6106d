package org.riderrules.api.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.riderrules.api.fact.ReviewPeriod.MONTH;
import static org.riderrules.api.fact.ReviewPeriod.QUARTER;
import static org.riderrules.api.fact.ReviewPeriod.WEEK;
import static org.riderrules.api.fact.ReviewPeriod.YEAR;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riderrules.api.error.InvalidValueException;

/** The effective day and the periods of review. */
class CalendarTest {

    /** Uber Eats Pro, legacy validity: to the last day of the month after that of the unlock. The end is half-open. */
    @ParameterizedTest(name = "unlocked {0}, valid to the day before {1}")
    @CsvSource({
        "2025-01-02, 2025-03-01",
        "2024-01-02, 2024-03-01",
        "2025-01-31, 2025-03-01",
        "2025-12-15, 2026-02-01",
        "2024-12-31, 2025-02-01",
        "2024-02-29, 2024-04-01",
        "2025-11-30, 2026-01-01"
    })
    void A_tier_unlocked_in_one_month_holds_to_the_end_of_the_next(LocalDate unlocked, LocalDate until) {
        assertThat(new AsOf(unlocked).endOfNext(MONTH)).isEqualTo(until);
    }

    @Test
    void The_last_day_of_February_depends_on_the_leap_year() {
        assertThat(new AsOf(LocalDate.of(2025, 1, 2)).endOfNext(MONTH).minusDays(1))
                .isEqualTo("2025-02-28");
        assertThat(new AsOf(LocalDate.of(2024, 1, 2)).endOfNext(MONTH).minusDays(1))
                .isEqualTo("2024-02-29");
        assertThat(new AsOf(LocalDate.of(2100, 1, 31)).endOfNext(MONTH).minusDays(1))
                .isEqualTo("2100-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-01, 2026-02-01",
        "2026-02-01, 2026-02-01, 2026-03-01",
        "2024-02-29, 2024-02-01, 2024-03-01",
        "2026-12-31, 2026-12-01, 2027-01-01"
    })
    void A_month_begins_on_its_first_day(LocalDate day, LocalDate start, LocalDate end) {
        assertThat(new AsOf(day).startOf(MONTH)).isEqualTo(start);
        assertThat(new AsOf(day).endOf(MONTH)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-16, 2026-11-23",
        "2026-11-23, 2026-11-23, 2026-11-30",
        "2026-11-29, 2026-11-23, 2026-11-30",
        "2027-01-01, 2026-12-28, 2027-01-04",
        "2024-12-31, 2024-12-30, 2025-01-06",
        "2024-02-29, 2024-02-26, 2024-03-04"
    })
    void A_week_begins_on_Monday_also_across_a_year(LocalDate day, LocalDate start, LocalDate end) {
        assertThat(new AsOf(day).startOf(WEEK)).isEqualTo(start);
        assertThat(new AsOf(day).endOf(WEEK)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, 2026-04-01, 2026-07-01",
        "2026-03-31, 2026-01-01, 2026-04-01, 2026-07-01",
        "2026-04-01, 2026-04-01, 2026-07-01, 2026-10-01",
        "2026-08-31, 2026-07-01, 2026-10-01, 2027-01-01",
        "2026-12-31, 2026-10-01, 2027-01-01, 2027-04-01"
    })
    void A_quarter_begins_in_January_April_July_or_October(
            LocalDate day, LocalDate start, LocalDate end, LocalDate endOfNext) {
        assertThat(new AsOf(day).startOf(QUARTER)).isEqualTo(start);
        assertThat(new AsOf(day).endOf(QUARTER)).isEqualTo(end);
        assertThat(new AsOf(day).endOfNext(QUARTER)).isEqualTo(endOfNext);
    }

    @Test
    void A_year_begins_on_New_Years_Day() {
        assertThat(new AsOf(LocalDate.of(2024, 2, 29)).startOf(YEAR)).isEqualTo("2024-01-01");
        assertThat(new AsOf(LocalDate.of(2024, 12, 31)).endOf(YEAR)).isEqualTo("2025-01-01");
        assertThat(new AsOf(LocalDate.of(2024, 12, 31)).endOfNext(YEAR)).isEqualTo("2026-01-01");
    }

    @Test
    void Days_are_counted_across_a_leap_day_and_turn_negative_after_the_effective_day() {
        AsOf asOf = new AsOf(LocalDate.of(2024, 3, 1));
        assertThat(asOf.daysSince(LocalDate.of(2024, 2, 28))).isEqualTo(2);
        assertThat(asOf.daysSince(LocalDate.of(2024, 3, 1))).isZero();
        assertThat(asOf.daysSince(LocalDate.of(2024, 3, 2))).isEqualTo(-1);
        assertThat(new AsOf(LocalDate.of(2025, 3, 1)).daysSince(LocalDate.of(2024, 3, 1)))
                .isEqualTo(365);
    }

    @Test
    void An_effective_day_must_be_given() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new AsOf(null))
                .withMessage("AsOf.date is null; allowed: a value; this field must be given");
    }

    @Property
    void Every_day_lies_in_its_period_and_periods_touch_without_a_gap(
            @ForAll @IntRange(min = -40_000, max = 80_000) int epochDay, @ForAll ReviewPeriod period) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate start = period.startOf(day);
        LocalDate next = period.startOfNext(day);
        assertThat(day).isBetween(start, next.minusDays(1));
        assertThat(period.startOf(next)).isEqualTo(next);
        assertThat(period.startOf(next.minusDays(1))).isEqualTo(start);
        assertThat(new AsOf(day).endOfNext(period)).isEqualTo(period.startOfNext(next));
        if (period == QUARTER) {
            assertThat(start.get(IsoFields.QUARTER_OF_YEAR)).isEqualTo(day.get(IsoFields.QUARTER_OF_YEAR));
        }
    }
}
