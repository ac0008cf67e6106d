package org.riderrules.engine.invariant;

import java.math.BigDecimal;
import java.util.List;
import org.riderrules.api.outcome.IncentiveEarned;
import org.riderrules.api.outcome.IncentivePayable;

/** What is paid is the sum of the earned lines, or the cap where that is less; and no line is earned without being paid. */
final class IncentiveWithinCap implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        List<IncentiveEarned> lines = findings.outcomes(IncentiveEarned.class);
        List<IncentivePayable> payable = findings.outcomes(IncentivePayable.class);
        if (payable.size() > 1 || (payable.isEmpty() && !lines.isEmpty())) {
            return List.of(lines.size() + " earned lines need one total; found " + payable);
        }
        if (payable.isEmpty()) {
            return List.of();
        }
        IncentivePayable total = payable.get(0);
        BigDecimal sum = lines.stream().map(IncentiveEarned::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean oneCurrency = lines.stream().allMatch(line -> line.currency().equals(total.currency()));
        boolean right = oneCurrency
                && sum.compareTo(total.earned()) == 0
                && total.amount().compareTo(sum.min(total.cap())) == 0;
        return right
                ? List.of()
                : List.of("the lines add up to " + sum.toPlainString() + ", which does not make " + total);
    }
}
