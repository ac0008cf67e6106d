package org.riderrules.catalog;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.GateOpened;

@StatisticsReport(onFailureOnly = true)
class TrainingProperties {
    private final RiderFacts make = RiderFacts.shipped();
    private final Laws laws = Laws.shipped();

    /** A rider and one of his KPIs. */
    record Change(Rider rider, Kpi kpi) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void more_right_answers_never_close_a_gate(
            @ForAll("riders") Rider rider,
            @ForAll @IntRange(max = 100) int which,
            @ForAll @IntRange(min = 1, max = 10) int more) {
        laws.betterAnswersNeverCloseAGate(rider, which, more);
        Statistics.label("open gates")
                .collect(laws.decide(rider, Topic.TRAINING)
                        .outcomes(GateOpened.class)
                        .size())
                .coverage(coverage -> {
                    coverage.check(0).percentage(share -> share > 10);
                    coverage.check(2).percentage(share -> share > 2);
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_missing_kpi_asks_for_no_refresher(@ForAll("changes") Change change) {
        laws.missingIsNotHeldAgainst(change.rider(), change.kpi(), Topic.TRAINING);
    }

    @Provide
    Arbitrary<Rider> riders() {
        return make.riders(Topic.TRAINING);
    }

    @Provide
    Arbitrary<Change> changes() {
        // Orders are the sample and not a KPI: with more of them the KPIs begin to count.
        return riders().flatMap(rider -> Arbitraries.of(Kpi.class)
                .filter(kpi -> kpi != Kpi.COMPLETED_ORDERS)
                .map(kpi -> new Change(rider, kpi)));
    }
}
