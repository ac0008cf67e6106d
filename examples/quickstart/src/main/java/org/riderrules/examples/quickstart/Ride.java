package org.riderrules.examples.quickstart;

import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * One delivered order.
 *
 * @param where where it stands, {@code file:line}
 * @param orderId the order
 * @param riderId who rode
 * @param placed when the customer ordered
 * @param km the distance
 * @param seconds from pick-up to arrival
 */
record Ride(String where, String orderId, String riderId, LocalTime placed, BigDecimal km, int seconds) {
    private static final BigDecimal FASTEST_KM_PER_HOUR = BigDecimal.valueOf(80);

    /** Faster than a motorbike gets through Nairobi: "arrived" was tapped right after "picked up". */
    boolean implausible() {
        BigDecimal kmInSecondsOfAnHour = km.multiply(BigDecimal.valueOf(3600));
        return kmInSecondsOfAnHour.compareTo(FASTEST_KM_PER_HOUR.multiply(BigDecimal.valueOf(seconds))) > 0;
    }

    /** Ordered for lunch (from 11, before 14) or for the evening (from 17, before 21). */
    boolean peak() {
        int hour = placed.getHour();
        return hour >= 11 && hour < 14 || hour >= 17 && hour < 21;
    }

    /** The whole kilometres: 4.0 and 4.9 are alike. */
    int bin() {
        return km.intValue();
    }
}
