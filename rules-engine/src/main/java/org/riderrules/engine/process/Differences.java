package org.riderrules.engine.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    static Difference between(List<Outcome> before, List<Outcome> after) {
        SortedMap<String, BigDecimal> money = due(after);
        due(before).forEach((currency, amount) -> money.merge(currency, amount.negate(), BigDecimal::add));
        money.values().removeIf(amount -> amount.signum() == 0);
        return new Difference(
                money,
                points(before, after),
                tier(before),
                tier(after),
                without(before, after),
                without(after, before));
    }

    private static SortedMap<String, BigDecimal> due(List<Outcome> decision) {
        SortedMap<String, BigDecimal> due = new TreeMap<>();
        if (!of(IncentivePayable.class, decision).isEmpty()) {
            of(IncentivePayable.class, decision)
                    .forEach(each -> add(due, each.currency().getCurrencyCode(), each.amount()));
        } else {
            of(IncentiveEarned.class, decision)
                    .forEach(each -> add(due, each.currency().getCurrencyCode(), each.amount()));
        }
        for (BenefitGranted each : of(BenefitGranted.class, decision)) {
            if (each.amount() != null && each.currency() != null) {
                add(due, each.currency().getCurrencyCode(), each.amount());
            }
        }
        of(DeductionAssessed.class, decision)
                .forEach(each -> add(
                        due, each.currency().getCurrencyCode(), each.amount().negate()));
        return due;
    }

    private static void add(SortedMap<String, BigDecimal> due, String currency, BigDecimal amount) {
        due.merge(currency, amount, BigDecimal::add);
    }

    private static BigDecimal points(List<Outcome> before, List<Outcome> after) {
        if (!of(PointsInForce.class, before).isEmpty()
                && !of(PointsInForce.class, after).isEmpty()) {
            return sum(of(PointsInForce.class, after).stream()
                            .map(PointsInForce::points)
                            .toList())
                    .subtract(sum(of(PointsInForce.class, before).stream()
                            .map(PointsInForce::points)
                            .toList()));
        }
        return sum(of(PointsAssessed.class, after).stream()
                        .map(PointsAssessed::points)
                        .toList())
                .subtract(sum(of(PointsAssessed.class, before).stream()
                        .map(PointsAssessed::points)
                        .toList()));
    }

    private static <T extends Outcome> List<T> of(Class<T> type, List<Outcome> outcomes) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String tier(List<Outcome> decision) {
        List<TierAssigned> tiers = of(TierAssigned.class, decision);
        return tiers.isEmpty() ? null : tiers.get(0).tier();
    }

    private static List<Outcome> without(List<Outcome> outcomes, List<Outcome> others) {
        List<Outcome> left = new ArrayList<>(outcomes);
        others.forEach(left::remove);
        return left;
    }
}
