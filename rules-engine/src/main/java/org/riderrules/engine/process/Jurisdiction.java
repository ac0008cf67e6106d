package org.riderrules.engine.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.riderrules.api.error.Require;

/**
 * What the law of a market asks of notices and appeals. Immutable, thread-safe.
 *
 * @param zone the time zone in which its days are counted
 * @param answerDays days to answer an appeal after the day it was filed, 1 to 365; 14 in the EU (directive 2024/2831,
 *     art. 11(2))
 * @param noticeDays days that must lie between the day the reasons are given and the day of effect, 0 to 365
 * @param source where that is written
 */
public record Jurisdiction(ZoneId zone, int answerDays, int noticeDays, String source) {
    private static final String TYPE = "Jurisdiction";

    /** Where a host names nothing else: days in UTC, 14 days to answer, no notice beyond the day of effect itself. */
    public static final Jurisdiction DEFAULT = new Jurisdiction(
            ZoneOffset.UTC, 14, 0, "EU directive 2024/2831, art. 11(1) and (2), taken as the default everywhere");

    /** @throws org.riderrules.api.error.InvalidValueException naming the first component whose value is not allowed */
    public Jurisdiction {
        Require.present(TYPE, "zone", zone);
        Require.range(TYPE, "answerDays", answerDays, 1, 365);
        Require.range(TYPE, "noticeDays", noticeDays, 0, 365);
        Require.text(TYPE, "source", source);
    }

    /** The day of an instant there. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The last day to answer an appeal that was filed at an instant. */
    public LocalDate answerBy(Instant filed) {
        return day(filed).plusDays(answerDays);
    }

    /** The first instant of a day there. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
