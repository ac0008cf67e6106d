package org.riderrules.api.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;

class AverageTest {
    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Test
    void The_mean_of_10_1_and_0_2_is_5_15() {
        Average mean = Average.of(decimal("10.3"), 2);

        assertThat(mean.toDecimal(2, RoundingMode.UNNECESSARY)).isEqualTo("5.15");
        assertThat(mean.below(decimal("5.16"))).isTrue();
        assertThat(mean.atLeast(decimal("5.15"))).isTrue();
        assertThat(mean.above(decimal("5.15"))).isFalse();
        assertThat(mean.above(decimal("5.14"))).isTrue();
    }

    @Test
    void A_mean_without_end_is_compared_exactly_and_rounded_as_the_rule_says() {
        Average third = Average.of(BigDecimal.ONE, 3);

        assertThat(third.above(decimal("0.3333333333333333333333333333333333333333")))
                .isTrue();
        assertThat(third.below(decimal("0.3333333333333333333333333333333333333334")))
                .isTrue();
        assertThat(third.toDecimal(2, RoundingMode.HALF_UP)).isEqualTo("0.33");
        assertThat(third.toDecimal(2, RoundingMode.UP)).isEqualTo("0.34");
    }

    @Test
    void Means_of_one_value_are_equal_whatever_the_counts() {
        Average one = Average.of(decimal("1.0"), 3);
        Average same = Average.of(decimal("2"), 6);

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isEqualByComparingTo(same);
        assertThat(one).isNotEqualTo(Average.of(decimal("2"), 5)).isLessThan(Average.of(decimal("2"), 5));
        assertThat(one.count()).isEqualTo(3);
        assertThat(same.sum()).isEqualTo("2");
        assertThat(Average.of(decimal("10.30"), 2)).hasToString("10.3/2");
    }

    @Test
    void A_comparison_with_a_missing_value_is_false() {
        Average mean = Average.of(BigDecimal.TEN, 2);

        assertThat(mean.atLeast(null)).isFalse();
        assertThat(mean.atMost(null)).isFalse();
        assertThat(mean.above(null)).isFalse();
        assertThat(mean.below(null)).isFalse();
    }

    @Test
    void Nothing_has_no_mean() {
        assertThatThrownBy(() -> Average.of(BigDecimal.ZERO, 0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Average.count");
        assertThatThrownBy(() -> Average.of(null, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Average.of(BigDecimal.ONE, 1).toDecimal(101, RoundingMode.DOWN))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> Average.of(BigDecimal.ONE, 1).toDecimal(-1, RoundingMode.DOWN))
                .isInstanceOf(InvalidValueException.class);
    }
}
