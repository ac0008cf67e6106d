package org.riderrules.catalog;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.Decision;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.outcome.TierShielded;
import org.riderrules.engine.pack.Pack;

@StatisticsReport(onFailureOnly = true)
class TieringProperties {
    private final RiderFacts make = RiderFacts.shipped();
    private final Laws laws = Laws.shipped();

    /** A rider and one of his KPIs, with a value that it could have instead. */
    record Change(Rider rider, Kpi kpi, Comparable<?> value) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_rider_has_exactly_one_tier_or_a_shield_or_an_answer_why_not(@ForAll("riders") Rider rider) {
        laws.exactlyOneTier(rider);
        Decision decision = laws.decide(rider, Topic.TIERING);
        Statistics.label("rank")
                .collect(Optional.of(decision.outcomes(TierAssigned.class))
                        .filter(tiers -> !tiers.isEmpty())
                        .map(tiers -> "rank " + tiers.get(0).rank())
                        .orElse(decision.has(TierShielded.class) ? "shield" : "unknown"))
                .coverage(coverage -> {
                    coverage.check("rank 0").percentage(share -> share > 2);
                    coverage.check("rank 1").percentage(share -> share > 2);
                    coverage.check("rank 2").percentage(share -> share > 2);
                    coverage.check("rank 3").percentage(share -> share > 0.5);
                    coverage.check("shield").count(count -> count > 0);
                    coverage.check("unknown").percentage(share -> share > 2 && share < 60);
                });
        decision.outcomes(TierAssigned.class)
                .forEach(tier -> Statistics.label("movement")
                        .collect(tier.movement())
                        .coverage(coverage -> {
                            for (TierMovement movement : TierMovement.values()) {
                                coverage.check(movement).count(count -> count > 0);
                            }
                        }));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_better_kpi_never_gives_a_lower_tier(@ForAll("changes") Change change) {
        laws.betterIsNeverLower(change.rider(), change.kpi(), change.value());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_missing_kpi_never_counts_as_zero(@ForAll("changes") Change change) {
        laws.missingIsNotZero(change.rider(), change.kpi(), Topic.TIERING);
        Statistics.label("without it")
                .collect(laws.decide(change.rider(), Topic.TIERING).has(InsufficientData.class) ? "unknown" : "decided")
                .coverage(coverage -> coverage.check("decided").percentage(share -> share > 20));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void refusing_orders_is_not_read_where_the_market_withholds_it(
            @ForAll("withheld") Rider rider, @ForAll("rates") Rate refused) {
        laws.withheldIsNotRead(rider, "PerformanceWindow", "refusalRate", refused, Topic.TIERING);
        laws.withheldIsNotRead(rider, "PerformanceWindow", "refusalRate", null, Topic.TIERING);
    }

    @Provide
    Arbitrary<Rider> riders() {
        return Arbitraries.frequencyOf(Tuple.of(2, make.riders(Topic.TIERING)), Tuple.of(1, make.ridersWithATier()));
    }

    @Provide
    Arbitrary<Change> changes() {
        return riders().flatMap(rider -> Arbitraries.of(Kpi.class)
                .flatMap(kpi -> make.kpi(rider.market(), kpi).map(value -> new Change(rider, kpi, value))));
    }

    @Provide
    Arbitrary<Rider> withheld() {
        return riders().filter(rider -> Shipped.packs().stream()
                .filter(pack -> pack.manifest().topic().equals(Topic.TIERING))
                .filter(pack -> pack.manifest().effective().contains(rider.asOf()))
                .anyMatch(pack -> withholdsRefusals(pack, rider)));
    }

    private static boolean withholdsRefusals(Pack pack, Rider rider) {
        return pack.manifest().withhold().stream()
                .anyMatch(each -> each.fact().equals("PerformanceWindow")
                        && each.field().equals("refusalRate")
                        && each.appliesTo(rider.market(), rider.asOf()));
    }

    @Provide
    Arbitrary<Rate> rates() {
        return Arbitraries.integers().between(0, 100).map(percent -> Rate.of(percent, 100));
    }
}
