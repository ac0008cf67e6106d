package org.riderrules.engine.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.DeductionAssessed;
import org.riderrules.api.outcome.IncentiveEarned;
import org.riderrules.api.outcome.IncentivePayable;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.PointsAssessed;
import org.riderrules.api.outcome.PointsInForce;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.process.Difference;

/**
 * What a decision owes over another. Money: what is payable and granted, less what is deducted; earned lines count only
 * where no total says what is payable, because the total holds them already. What is only recommended moves nothing.
 */
final class Differences {
    private Differences() {}

    static Difference between(Decision before, Decision after) {
        SortedMap<String, BigDecimal> money = due(after);
        due(before).forEach((currency, amount) -> money.merge(currency, amount.negate(), BigDecimal::add));
        money.values().removeIf(amount -> amount.signum() == 0);
        return new Difference(
                money,
                points(before, after),
                tier(before),
                tier(after),
                without(before.outcomes(), after.outcomes()),
                without(after.outcomes(), before.outcomes()));
    }

    private static SortedMap<String, BigDecimal> due(Decision decision) {
        SortedMap<String, BigDecimal> due = new TreeMap<>();
        if (decision.has(IncentivePayable.class)) {
            decision.outcomes(IncentivePayable.class)
                    .forEach(each -> add(due, each.currency().getCurrencyCode(), each.amount()));
        } else {
            decision.outcomes(IncentiveEarned.class)
                    .forEach(each -> add(due, each.currency().getCurrencyCode(), each.amount()));
        }
        for (BenefitGranted each : decision.outcomes(BenefitGranted.class)) {
            if (each.amount() != null && each.currency() != null) {
                add(due, each.currency().getCurrencyCode(), each.amount());
            }
        }
        decision.outcomes(DeductionAssessed.class)
                .forEach(each -> add(
                        due, each.currency().getCurrencyCode(), each.amount().negate()));
        return due;
    }

    private static void add(SortedMap<String, BigDecimal> due, String currency, BigDecimal amount) {
        due.merge(currency, amount, BigDecimal::add);
    }

    private static BigDecimal points(Decision before, Decision after) {
        if (before.has(PointsInForce.class) && after.has(PointsInForce.class)) {
            return sum(after.outcomes(PointsInForce.class).stream()
                            .map(PointsInForce::points)
                            .toList())
                    .subtract(sum(before.outcomes(PointsInForce.class).stream()
                            .map(PointsInForce::points)
                            .toList()));
        }
        return sum(after.outcomes(PointsAssessed.class).stream()
                        .map(PointsAssessed::points)
                        .toList())
                .subtract(sum(before.outcomes(PointsAssessed.class).stream()
                        .map(PointsAssessed::points)
                        .toList()));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String tier(Decision decision) {
        List<TierAssigned> tiers = decision.outcomes(TierAssigned.class);
        return tiers.isEmpty() ? null : tiers.get(0).tier();
    }

    private static List<Outcome> without(List<Outcome> outcomes, List<Outcome> others) {
        List<Outcome> left = new ArrayList<>(outcomes);
        others.forEach(left::remove);
        return left;
    }
}
