package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.List;

/**
 * A field that rules must not see in some markets: it is blanked before they see the facts. Immutable, thread-safe.
 *
 * @param fact the simple name of the fact, for instance {@code PerformanceWindow}
 * @param field the field, one that may be unknown
 * @param markets the markets it is withheld in, at least one
 * @param period the days it is withheld on; {@code from} the first, {@code until} the first no more
 * @param source the law or agreement that forbids it
 */
public record Withhold(String fact, String field, List<String> markets, Period period, String source) {

    /** Copies {@code markets}. */
    public Withhold {
        markets = List.copyOf(markets);
    }

    /** Whether the field is withheld in {@code market} on {@code day}. */
    public boolean appliesTo(String market, LocalDate day) {
        return markets.contains(market) && period.contains(day);
    }
}
