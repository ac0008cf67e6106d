package org.riderrules.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.WorkLog;
import org.riderrules.api.outcome.IncentivePayable;

@StatisticsReport(onFailureOnly = true)
class IncentiveProperties {
    private final RiderFacts make = RiderFacts.shipped();
    private final Laws laws = Laws.shipped();

    /** A rider and one of his KPIs, with a value that it could have instead. */
    record Change(Rider rider, Kpi kpi, Comparable<?> value) {}

    /** A rider without a known tier, and two that he could have held. */
    record Tiers(Rider rider, EarlierDecision lower, EarlierDecision higher) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_paid_stays_within_its_cap(@ForAll("anyMonth") Rider rider) {
        laws.paymentStaysWithinItsCap(rider);
        List<IncentivePayable> payable = laws.decide(rider, Topic.INCENTIVES).outcomes(IncentivePayable.class);
        Statistics.label("paid")
                .collect(
                        payable.isEmpty()
                                ? "nothing"
                                : payable.get(0)
                                                        .earned()
                                                        .compareTo(
                                                                payable.get(0).cap())
                                                > 0
                                        ? "to the cap"
                                        : "in full")
                .coverage(coverage -> {
                    coverage.check("nothing").percentage(share -> share > 5);
                    coverage.check("in full").percentage(share -> share > 10);
                    coverage.check("to the cap").count(count -> count > 0);
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_better_kpi_is_never_paid_less(@ForAll("changes") Change change) {
        laws.betterIsNeverPaidLess(change.rider(), change.kpi(), change.value());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_better_day_is_never_paid_less(@ForAll("riders") Rider rider, @ForAll @IntRange(max = 45) int daysAgo) {
        LocalDate day = rider.asOf().minusDays(daysAgo);
        laws.betterDayIsNeverPaidLess(rider, day);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_higher_tier_is_never_paid_less(@ForAll("tiers") Tiers tiers) {
        laws.higherTierIsNeverPaidLess(tiers.rider(), tiers.lower(), tiers.higher());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_missing_kpi_never_counts_as_zero(@ForAll("changes") Change change) {
        // Where the window does not tell the peak orders, the days at work may: then nothing is missing.
        Rider rider =
                change.kpi() == Kpi.PEAK_ORDERS ? change.rider().without(WorkLog.class::isInstance) : change.rider();
        laws.missingIsNotZero(rider, change.kpi(), Topic.INCENTIVES);
    }

    @Provide
    Arbitrary<Rider> riders() {
        return make.riders(Topic.INCENTIVES);
    }

    @Provide
    Arbitrary<Rider> anyMonth() {
        return Arbitraries.frequencyOf(Tuple.of(2, riders()), Tuple.of(1, make.ridersWithAGoodMonth()));
    }

    @Provide
    Arbitrary<Change> changes() {
        return anyMonth()
                .flatMap(rider -> Arbitraries.of(Kpi.class)
                        .flatMap(kpi -> make.kpi(rider.market(), kpi).map(value -> new Change(rider, kpi, value))));
    }

    @Provide
    Arbitrary<Tiers> tiers() {
        return riders().map(rider -> rider.without(EarlierDecision.class::isInstance))
                .flatMap(rider -> Combinators.combine(
                                Arbitraries.of(make.tiers(rider.market())), Arbitraries.of(make.tiers(rider.market())))
                        .as((one, other) -> one.getValue() <= other.getValue()
                                ? new Tiers(rider, held(rider, one), held(rider, other))
                                : new Tiers(rider, held(rider, other), held(rider, one))));
    }

    private static EarlierDecision held(Rider rider, Map.Entry<String, Integer> tier) {
        return EarlierDecision.builder()
                .reference("D-1")
                .topic(Topic.TIERING)
                .outcome("TierAssigned")
                .code(tier.getKey())
                .rank(tier.getValue())
                .detail("KEPT")
                .decidedOn(rider.asOf().minusDays(10))
                .validFrom(rider.asOf().minusDays(10))
                .validUntil(rider.asOf().plusDays(30))
                .build();
    }
}
