package org.riderrules.engine.pack;

import org.jspecify.annotations.Nullable;

/**
 * A fact, or one field of it, as a manifest names it. Immutable, thread-safe.
 *
 * @param fact the simple name of a fact, for instance {@code PerformanceWindow}
 * @param field one of its fields; null = the fact as such
 */
public record Need(String fact, @Nullable String field) {

    /** {@code PerformanceWindow} or {@code PerformanceWindow.onTimeRate}. */
    @Override
    public String toString() {
        return field == null ? fact : fact + "." + field;
    }
}
