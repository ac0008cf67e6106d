package org.riderrules.engine.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to just before another: half-open, so that two periods that follow each other share a date and no
 * day. Immutable, thread-safe.
 *
 * @param from the first day; null = since ever
 * @param until the first day after it; null = open
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** Whether {@code day} lies within. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start()) && day.isBefore(end());
    }

    /** Whether at least one day lies in both. */
    public boolean overlaps(Period other) {
        return start().isBefore(other.end()) && other.start().isBefore(end());
    }

    /** Whether {@code until} is not after {@code from}, so that no day lies within. */
    public boolean isEmpty() {
        return !start().isBefore(end());
    }

    /** The first day, {@link LocalDate#MIN} when it began since ever. */
    LocalDate start() {
        return from == null ? LocalDate.MIN : from;
    }

    /** The first day after it, {@link LocalDate#MAX} when it is open. */
    LocalDate end() {
        return until == null ? LocalDate.MAX : until;
    }

    /** For messages: {@code from 2026-01-01 to 2026-10-01}, {@code from 2026-10-01}, {@code until 2026-10-01}, {@code always}. */
    @Override
    public String toString() {
        if (from == null) {
            return until == null ? "always" : "until " + until;
        }
        return until == null ? "from " + from : "from " + from + " to " + until;
    }
}
