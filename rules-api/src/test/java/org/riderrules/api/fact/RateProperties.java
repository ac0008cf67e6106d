package org.riderrules.api.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class RateProperties {

    /** Counts of all sizes, the largest ones too. */
    @Provide
    Arbitrary<Rate> rates() {
        Arbitrary<Long> totals = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 12),
                Arbitraries.longs().between(1, 100_000),
                Arbitraries.longs().between(3_036_999_999L, 3_037_001_000L),
                Arbitraries.longs().between(Long.MAX_VALUE - 1000, Long.MAX_VALUE),
                Arbitraries.longs().between(1, Long.MAX_VALUE));
        return totals.flatMap(total -> Arbitraries.longs().between(0, total).map(count -> Rate.of(count, total)));
    }

    /** Two rates that are often equal or nearly so. */
    @Provide
    Arbitrary<Tuple2<Rate, Rate>> pairs() {
        Arbitrary<Tuple2<Rate, Rate>> multiples = Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000_000L),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 3))
                .as((total, one, two) ->
                        Tuple.of(Rate.of(total / 2 * one, total * one), Rate.of(total / 2 * two, total * two)));
        return Arbitraries.oneOf(
                multiples, Combinators.combine(rates(), rates()).as(Tuple::of));
    }

    private static BigInteger crossed(Rate one, Rate two) {
        return BigInteger.valueOf(one.count()).multiply(BigInteger.valueOf(two.total()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void Comparing_is_comparing_the_cross_products(@ForAll("pairs") Tuple2<Rate, Rate> pair) {
        Rate one = pair.get1();
        Rate two = pair.get2();
        int expected = crossed(one, two).compareTo(crossed(two, one));
        Statistics.collect(expected);
        Statistics.coverage(coverage -> {
            coverage.check(-1).percentage(p -> p > 5);
            coverage.check(0).percentage(p -> p > 5);
            coverage.check(1).percentage(p -> p > 5);
        });
        assertThat(Integer.signum(one.compareTo(two))).isEqualTo(expected);
        assertThat(Integer.signum(two.compareTo(one))).isEqualTo(-expected);
        assertThat(one.equals(two)).isEqualTo(expected == 0);
        assertThat(two.equals(one)).isEqualTo(expected == 0);
        if (expected == 0) {
            assertThat(one).hasSameHashCodeAs(two);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void Comparing_is_transitive(@ForAll("rates") Rate one, @ForAll("rates") Rate two, @ForAll("rates") Rate three) {
        if (one.compareTo(two) <= 0 && two.compareTo(three) <= 0) {
            assertThat(one).isLessThanOrEqualTo(three);
        }
    }

    @Property
    void What_is_written_is_read_back_with_its_counts(@ForAll("rates") Rate rate) {
        Rate read = Rate.parse(rate.toString());
        assertThat(read.count()).isEqualTo(rate.count());
        assertThat(read.total()).isEqualTo(rate.total());
    }

    @Property
    void Scaling_the_counts_changes_nothing(
            @ForAll @LongRange(min = 1, max = 1_000_000) long total,
            @ForAll @LongRange(min = 1, max = 1_000_000) long factor) {
        Rate rate = Rate.of(total / 3, total);
        Rate scaled = Rate.of(total / 3 * factor, total * factor);
        assertThat(scaled).isEqualTo(rate).isEqualByComparingTo(rate).hasSameHashCodeAs(rate);
    }

    @Property
    void A_decimal_is_taken_exactly(@ForAll @BigRange(min = "0", max = "1") @Scale(18) BigDecimal value) {
        Rate rate = Rate.of(value);
        assertThat(BigDecimal.valueOf(rate.count()))
                .isEqualByComparingTo(value.multiply(BigDecimal.valueOf(rate.total())));
        assertThat(Rate.parse(value.toPlainString())).isEqualTo(rate);
        assertThat(rate.toDecimal(18)).isEqualByComparingTo(value);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void The_complement_of_the_complement_is_the_rate_and_order_turns_around(
            @ForAll("rates") Rate one, @ForAll("rates") Rate two) {
        assertThat(one.complement().complement()).hasToString(one.toString());
        assertThat(Integer.signum(one.complement().compareTo(two.complement())))
                .isEqualTo(Integer.signum(two.compareTo(one)));
    }
}
