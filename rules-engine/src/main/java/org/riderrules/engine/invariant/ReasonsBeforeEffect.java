package org.riderrules.engine.invariant;

import java.util.List;
import org.riderrules.api.outcome.Penalty;

/**
 * A penalty takes effect on the day of the decision at the earliest, so that its reasons are there before it is; and
 * it can still be appealed then (EU directive 2024/2831, art. 11).
 */
final class ReasonsBeforeEffect implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        return findings.outcomes(Penalty.class).stream()
                .filter(penalty -> penalty.validFrom().isBefore(findings.asOf())
                        || penalty.appealBy().isBefore(findings.asOf()))
                .map(penalty -> "effect or last day to appeal lies before " + findings.asOf() + ": " + penalty)
                .toList();
    }
}
