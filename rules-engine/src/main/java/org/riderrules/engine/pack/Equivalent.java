package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.outcome.Outcome;

/**
 * Outcomes that a market holds to be as hard as a suspension: the engine only recommends them. Immutable, thread-safe.
 *
 * @param outcome the simple name of the outcome, for instance {@code TierAssigned}
 * @param where the components it must have, by name, as text, for instance {@code movement} {@code DEMOTED}; empty =
 *     all outcomes of the name
 * @param markets the markets that hold so, at least one
 * @param period the days on which they do; {@code from} the first, {@code until} the first no more
 * @param policy the clause of the policy that the outcome follows from
 * @param remedy message key: how to put it right
 * @param appealRoute message key: where and how to appeal
 * @param appealDays days to appeal from the effective day, 1 or more
 * @param days how long an outcome holds that has no end of its own, in days, 1 or more; null when it has one
 * @param source the law or agreement that says so
 */
public record Equivalent(
        String outcome,
        SortedMap<String, String> where,
        List<String> markets,
        Period period,
        String policy,
        String remedy,
        String appealRoute,
        int appealDays,
        @Nullable Integer days,
        String source) {

    /** Copies the map and the list. */
    public Equivalent {
        where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
        markets = List.copyOf(markets);
    }

    /** Whether {@code given} is such an outcome in {@code market} on {@code day}. */
    public boolean appliesTo(Outcome given, String market, LocalDate day) {
        return given.getClass().getSimpleName().equals(outcome)
                && markets.contains(market)
                && period.contains(day)
                && where.entrySet().stream()
                        .allMatch(each -> each.getValue().equals(OutcomeFields.text(given, each.getKey())));
    }
}
