package org.riderrules.engine.check;

import java.time.LocalDate;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.ReviewPeriod;

/**
 * The calendar month before the effective day: the period of a performance window that a case need not state.
 *
 * @param from its first day
 * @param until the first day of the month of the effective day
 */
record LastMonth(LocalDate from, LocalDate until) {
    static LastMonth before(LocalDate asOf) {
        LocalDate month = ReviewPeriod.MONTH.startOf(asOf);
        return new LastMonth(month.minusMonths(1), month);
    }

    boolean isThatOf(PerformanceWindow window) {
        return window.periodFrom().equals(from) && window.periodUntil().equals(until);
    }
}
