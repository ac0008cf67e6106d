package org.riderrules.api.fact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * An exact share: a count of a count, such as 186 of 200 orders. Compares exactly, by cross-multiplication; two rates
 * of the same value are equal whatever their counts ({@code 93/100} and {@code 186/200}). From 0 to 1, both allowed.
 * A rate of nothing does not exist: when no event was counted, leave the rate out. Immutable, thread-safe.
 */
public final class Rate implements Comparable<Rate> {
    private static final String TYPE = "Rate";
    private static final String FORMS =
            "a count of a count (186/200), a percentage (93 %) or a decimal (0.93), from 0 to 1";
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,19})\\s*/\\s*(\\d{1,19})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,12})?)\\s*%");
    private static final Pattern DECIMAL = Pattern.compile("\\d(?:\\.\\d{1,18})?");
    private static final long SAFE_FACTOR = 3_037_000_499L;

    private final long count;
    private final long total;

    private Rate(long count, long total) {
        this.count = count;
        this.total = total;
    }

    /**
     * A count of a count.
     *
     * @param count how many of them, 0 to {@code total}
     * @param total how many in all, 1 or more
     * @throws InvalidValueException when a count is outside its range
     */
    public static Rate of(long count, long total) {
        if (total < 1) {
            throw new InvalidValueException(
                    TYPE, "total", Long.toString(total), "1 or more; leave the rate out when nothing was counted");
        }
        if (count < 0 || count > total) {
            throw new InvalidValueException(TYPE, "count", Long.toString(count), "0 to the total, which is " + total);
        }
        return new Rate(count, total);
    }

    /**
     * Reads {@code 186/200}, {@code 93 %} or {@code 0.93}; exact, without rounding.
     *
     * @throws InvalidValueException when the text has none of these forms or lies outside 0 to 1
     */
    public static Rate parse(String text) {
        String given = Require.present(TYPE, "text", text).strip();
        Matcher fraction = FRACTION.matcher(given);
        if (fraction.matches()) {
            return of(whole(fraction.group(1), text), whole(fraction.group(2), text));
        }
        Matcher percent = PERCENT.matcher(given);
        if (percent.matches()) {
            return of(new BigDecimal(percent.group(1)).movePointLeft(2));
        }
        if (DECIMAL.matcher(given).matches()) {
            return of(new BigDecimal(given));
        }
        throw new InvalidValueException(TYPE, "text", "\"" + text + "\"", FORMS);
    }

    private static long whole(String digits, String text) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new InvalidValueException(TYPE, "text", "\"" + text + "\"", "counts up to " + Long.MAX_VALUE);
        }
    }

    /**
     * The rate of an exact decimal such as 0.93.
     *
     * @throws InvalidValueException when it lies outside 0 to 1 or has more than 18 decimals
     */
    public static Rate of(BigDecimal value) {
        BigDecimal exact = Require.present(TYPE, "value", value).stripTrailingZeros();
        if (exact.signum() < 0 || exact.compareTo(BigDecimal.ONE) > 0 || exact.scale() > 18) {
            throw new InvalidValueException(TYPE, "value", value.toString(), "0 to 1, with at most 18 decimals");
        }
        int scale = Math.max(0, exact.scale());
        return new Rate(
                exact.movePointRight(scale).longValueExact(),
                BigInteger.TEN.pow(scale).longValueExact());
    }

    /** How many of them. */
    public long count() {
        return count;
    }

    /** How many in all; the size of the sample when the rate was counted. */
    public long total() {
        return total;
    }

    /** What is missing to the whole: 14 of 200 for 186 of 200. */
    public Rate complement() {
        return new Rate(total - count, total);
    }

    /**
     * The value as a decimal, rounded half-even to {@code scale} decimals; for display, not for comparison.
     *
     * @param scale 0 to 100
     * @throws InvalidValueException when {@code scale} is out of range
     */
    public BigDecimal toDecimal(int scale) {
        Require.range(TYPE, "scale", scale, 0, 100);
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(total), scale, RoundingMode.HALF_EVEN);
    }

    /** Exact, by value. */
    @Override
    public int compareTo(Rate other) {
        if (total == other.total) {
            return Long.compare(count, other.count);
        }
        if (total <= SAFE_FACTOR && other.total <= SAFE_FACTOR) {
            return Long.compare(count * other.total, other.count * total);
        }
        return BigInteger.valueOf(count)
                .multiply(BigInteger.valueOf(other.total))
                .compareTo(BigInteger.valueOf(other.count).multiply(BigInteger.valueOf(total)));
    }

    /** Equal when the values are equal, whatever the counts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rate rate && compareTo(rate) == 0;
    }

    @Override
    public int hashCode() {
        long divisor = BigInteger.valueOf(count).gcd(BigInteger.valueOf(total)).longValueExact();
        return Long.hashCode(31 * (count / divisor) + total / divisor);
    }

    /** {@code 186/200}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return count + "/" + total;
    }
}
