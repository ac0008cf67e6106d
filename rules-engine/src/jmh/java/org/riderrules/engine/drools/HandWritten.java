package org.riderrules.engine.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.ReviewPeriod;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.outcome.TierShielded;

/** The benchmark pack as a Java programmer would write it: no table, no reason, no evidence. */
final class HandWritten {

    private record Tier(
            String name,
            int rank,
            int minOrders,
            Rate minOnTime,
            Rate maxComplaints,
            Rate minCompletion,
            BigDecimal minRating) {}

    private static final List<Tier> HK = List.of(
            tier("DIAMOND", 4, 350, "97 %", "1 %", "96 %", "4.65"),
            tier("PLATINUM", 3, 250, "94 %", "2 %", "94 %", "4.5"),
            tier("GOLD", 2, 150, "91 %", "3 %", "92 %", "4.35"),
            tier("SILVER", 1, 50, "88 %", "4 %", "90 %", "4.2"));
    private static final List<Tier> SA = List.of(
            tier("DIAMOND", 4, 300, "96 %", "2 %", "96 %", "4.6"),
            tier("PLATINUM", 3, 200, "93 %", "3 %", "94 %", "4.4"),
            tier("GOLD", 2, 120, "90 %", "4 %", "92 %", "4.3"),
            tier("SILVER", 1, 40, "85 %", "5 %", "90 %", "4.1"));

    private HandWritten() {}

    private static Tier tier(
            String name, int rank, int orders, String onTime, String complaints, String completion, String rating) {
        return new Tier(
                name,
                rank,
                orders,
                Rate.parse(onTime),
                Rate.parse(complaints),
                Rate.parse(completion),
                new BigDecimal(rating));
    }

    static List<Outcome> decide(DecisionRequest request) {
        AsOf day = new AsOf(request.asOf());
        List<Outcome> outcomes = new ArrayList<>(1);
        for (Fact fact : request.facts()) {
            if (fact instanceof PerformanceWindow window) {
                outcomes.add(judge(window, request.market().equals("HK") ? HK : SA, day));
            }
        }
        return outcomes;
    }

    private static Outcome judge(PerformanceWindow window, List<Tier> tiers, AsOf day) {
        LocalDate asOf = day.date();
        int orders = window.completedOrders();
        if (orders < 10) {
            return new TierShielded("THIN_SAMPLE", asOf, day.endOf(ReviewPeriod.MONTH));
        }
        for (Tier tier : tiers) {
            if (orders >= tier.minOrders()
                    && atLeast(window.onTimeRate(), tier.minOnTime())
                    && window.complaintRate() != null
                    && window.complaintRate().compareTo(tier.maxComplaints()) <= 0
                    && atLeast(window.completionRate(), tier.minCompletion())
                    && window.customerRating() != null
                    && window.customerRating().compareTo(tier.minRating()) >= 0) {
                return new TierAssigned(
                        tier.name(), tier.rank(), TierMovement.FIRST, asOf, day.endOfNext(ReviewPeriod.MONTH));
            }
        }
        return new TierAssigned("BASE", 0, TierMovement.FIRST, asOf, day.endOfNext(ReviewPeriod.MONTH));
    }

    private static boolean atLeast(Rate observed, Rate required) {
        return observed != null && observed.compareTo(required) >= 0;
    }
}
