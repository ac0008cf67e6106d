package org.riderrules.engine.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic of rules, with an end: generated code calls these in the place of the methods of {@code BigDecimal}. A few
 * multiplications of a number with itself, or one scale out of a table, would otherwise fill the memory without any
 * budget noticing. No policy comes near {@value #MOST} digits; the budget for what a rule inserts is far smaller, and so
 * notices first.
 */
public final class Decimals {
    /** How many digits, and how many decimals, a number of a rule may have. */
    static final int MOST = 10_000;

    private Decimals() {}

    /** {@code a.add( b )}. */
    public static BigDecimal add(BigDecimal one, BigDecimal other) {
        return bounded(bounded(one).add(bounded(other)));
    }

    /** {@code a.subtract( b )}. */
    public static BigDecimal subtract(BigDecimal one, BigDecimal other) {
        return bounded(bounded(one).subtract(bounded(other)));
    }

    /** {@code a.multiply( b )}. */
    public static BigDecimal multiply(BigDecimal one, BigDecimal other) {
        return bounded(bounded(one).multiply(bounded(other)));
    }

    /** {@code a.divide( b, scale, rounding )}. */
    public static BigDecimal divide(BigDecimal one, BigDecimal other, int scale, RoundingMode rounding) {
        return bounded(bounded(one).divide(bounded(other), scale(scale), rounding));
    }

    /** {@code a.setScale( scale, rounding )}. */
    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        return bounded(bounded(number).setScale(scale(scale), rounding));
    }

    /** {@code a.compareTo( b )}. */
    public static int compareTo(BigDecimal one, BigDecimal other) {
        return bounded(one).compareTo(bounded(other));
    }

    /** {@code a.toPlainString()}. */
    public static String toPlainString(BigDecimal number) {
        return bounded(number).toPlainString();
    }

    private static int scale(int scale) {
        if (scale < -MOST || scale > MOST) {
            throw new ArithmeticException("a scale of " + scale + " is out of range, " + -MOST + " to " + MOST);
        }
        return scale;
    }

    private static BigDecimal bounded(BigDecimal number) {
        scale(number.scale());
        if (number.precision() > MOST) {
            throw new ArithmeticException(
                    "a number of " + number.precision() + " digits is out of range, at most " + MOST);
        }
        return number;
    }
}
