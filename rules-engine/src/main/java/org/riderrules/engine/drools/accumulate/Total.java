package org.riderrules.engine.drools.accumulate;

import java.math.BigDecimal;

/** A running sum of exact decimals, and how many there are. */
final class Total extends ExactFunction.State {
    private static final long serialVersionUID = 1L;

    private BigDecimal sum = BigDecimal.ZERO;
    private long count;

    @Override
    void clear() {
        sum = BigDecimal.ZERO;
        count = 0;
    }

    @Override
    void add(Object value) {
        sum = sum.add(decimal(value));
        count++;
    }

    @Override
    void remove(Object value) {
        sum = sum.subtract(decimal(value));
        count--;
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }

    /** In the one form a decimal has, whatever came and went before. */
    BigDecimal sum() {
        BigDecimal stripped = sum.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    long count() {
        return count;
    }
}
