package org.riderrules.api.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.riderrules.api.error.Require;

/**
 * The effective day of a request. The engine gives every rule exactly one; a host cannot hand one in. Pure date
 * arithmetic that policy needs and that {@link LocalDate} has only through static helpers.
 *
 * @param date the effective day
 */
public record AsOf(LocalDate date) {
    /** @throws org.riderrules.api.error.InvalidValueException when the date is null */
    public AsOf {
        Require.present("AsOf", "date", date);
    }

    /** Whole days from {@code earlier} to the effective day; negative when it lies after. */
    public int daysSince(LocalDate earlier) {
        return Math.toIntExact(ChronoUnit.DAYS.between(earlier, date));
    }

    /** First day of the period of this length that contains the effective day. */
    public LocalDate startOf(ReviewPeriod period) {
        return period.startOf(date);
    }

    /** First day after the period that contains the effective day. */
    public LocalDate endOf(ReviewPeriod period) {
        return period.startOfNext(date);
    }

    /** First day after the period that follows the one containing the effective day: "to the end of the next month". */
    public LocalDate endOfNext(ReviewPeriod period) {
        return period.startOfNext(period.startOfNext(date));
    }
}
