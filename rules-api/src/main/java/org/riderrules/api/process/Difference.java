package org.riderrules.api.process;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.outcome.Outcome;

/**
 * What a corrected decision makes a rider's due, over incentives, deductions and benefits. Exact: nothing is rounded.
 * Immutable, thread-safe.
 *
 * @param money what the rider is owed, by ISO 4217 code; negative where he was given more than was due; a currency in
 *     which nothing changes is left out
 * @param points by how many the points held against the rider change; negative when points fall away
 * @param tierBefore the tier of the decision that was corrected; null = it assigned none
 * @param tierAfter the tier of the decision that corrects it; null = it assigns none
 * @param withdrawn the outcomes that no longer hold
 * @param added the outcomes that hold instead
 */
public record Difference(
        SortedMap<String, BigDecimal> money,
        BigDecimal points,
        @Nullable String tierBefore,
        @Nullable String tierAfter,
        List<Outcome> withdrawn,
        List<Outcome> added) {
    private static final String TYPE = "Difference";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public Difference {
        SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        Require.map(TYPE, "money", money)
                .forEach((currency, amount) -> amounts.put(currency, Require.decimal(TYPE, "money", amount)));
        money = Collections.unmodifiableSortedMap(amounts);
        points = Require.decimal(TYPE, "points", points);
        if (tierBefore != null) {
            Require.code(TYPE, "tierBefore", tierBefore);
        }
        if (tierAfter != null) {
            Require.code(TYPE, "tierAfter", tierAfter);
        }
        withdrawn = Require.items(TYPE, "withdrawn", withdrawn);
        added = Require.items(TYPE, "added", added);
    }

    /** Whether both decisions say the same. */
    public boolean isNone() {
        return withdrawn.isEmpty() && added.isEmpty();
    }
}
