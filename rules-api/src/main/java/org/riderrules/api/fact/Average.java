package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * An exact mean: a sum over a count, such as 10.3 over 2. It is compared as it is, by multiplication, and rounded only
 * where a rule says how: many means have no end as decimals. Equal by value, whatever the counts. Immutable,
 * thread-safe.
 */
public final class Average implements Comparable<Average> {
    private static final String TYPE = "Average";
    private static final int MOST_DECIMALS = 100;

    private final BigDecimal sum;
    private final long count;

    private Average(BigDecimal sum, long count) {
        this.sum = sum;
        this.count = count;
    }

    /**
     * The mean of {@code count} values that add up to {@code sum}.
     *
     * @param count 1 or more
     * @throws InvalidValueException when the sum is null or the count is not positive: nothing has no mean
     */
    public static Average of(BigDecimal sum, long count) {
        if (count < 1) {
            throw new InvalidValueException(TYPE, "count", Long.toString(count), "1 or more; nothing has no mean");
        }
        return new Average(Require.present(TYPE, "sum", sum).stripTrailingZeros(), count);
    }

    /** What the values add up to. */
    public BigDecimal sum() {
        return sum;
    }

    /** How many values there were. */
    public long count() {
        return count;
    }

    /** Whether the mean is this value or more; false when the value is missing. */
    public boolean atLeast(@Nullable BigDecimal value) {
        return value != null && compareTo(value) >= 0;
    }

    /** Whether the mean is this value or less; false when the value is missing. */
    public boolean atMost(@Nullable BigDecimal value) {
        return value != null && compareTo(value) <= 0;
    }

    /** Whether the mean is more than this value; false when the value is missing. */
    public boolean above(@Nullable BigDecimal value) {
        return value != null && compareTo(value) > 0;
    }

    /** Whether the mean is less than this value; false when the value is missing. */
    public boolean below(@Nullable BigDecimal value) {
        return value != null && compareTo(value) < 0;
    }

    private int compareTo(BigDecimal value) {
        return sum.compareTo(value.multiply(BigDecimal.valueOf(count)));
    }

    /**
     * The mean as a decimal.
     *
     * @param scale how many decimals, 0 to 100
     * @param rounding how the rest is rounded
     * @throws InvalidValueException when {@code scale} is out of range
     * @throws ArithmeticException when {@code rounding} is UNNECESSARY and the mean has more decimals
     */
    public BigDecimal toDecimal(int scale, RoundingMode rounding) {
        Require.range(TYPE, "scale", scale, 0, MOST_DECIMALS);
        return sum.divide(BigDecimal.valueOf(count), scale, rounding);
    }

    /** Exact, by value. */
    @Override
    public int compareTo(Average other) {
        return sum.multiply(BigDecimal.valueOf(other.count)).compareTo(other.sum.multiply(BigDecimal.valueOf(count)));
    }

    /** Equal when the values are equal, whatever the counts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Average average && compareTo(average) == 0;
    }

    @Override
    public int hashCode() {
        // Equal means, rounded alike, are equal decimals.
        return Objects.hashCode(sum.divide(BigDecimal.valueOf(count), MOST_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros());
    }

    /** {@code 10.3/2}. */
    @Override
    public String toString() {
        return sum.toPlainString() + "/" + count;
    }
}
