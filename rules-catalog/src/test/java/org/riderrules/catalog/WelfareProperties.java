package org.riderrules.catalog;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.Decision;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.BenefitKind;

@StatisticsReport(onFailureOnly = true)
class WelfareProperties {
    /** What tells how well or how much a rider works; none of it may touch cover after an accident or in illness. */
    private static final List<String> PERFORMANCE = List.of(
            "PerformanceWindow",
            "WorkLog",
            "Engagement",
            "Violation",
            "TrainingResult",
            "EarlierDecision",
            "Delivery",
            "InspectionItem",
            "Measure",
            "SurveyAnswer");

    private final RiderFacts make = RiderFacts.shipped();
    private final Laws laws = Laws.shipped();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void cover_after_an_accident_and_in_illness_reads_no_performance(
            @ForAll("ridersWithPerformance") Tuple2<Rider, List<Fact>> riders) {
        laws.coverReadsNoPerformance(riders.get1(), riders.get2());
        Decision decision = laws.decide(riders.get1(), Topic.WELFARE);
        for (BenefitGranted granted : decision.outcomes(BenefitGranted.class)) {
            Statistics.label("granted").collect(granted.kind()).coverage(coverage -> {
                for (BenefitKind kind : BenefitKind.values()) {
                    coverage.check(kind).count(count -> count > 0);
                }
            });
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void more_work_and_more_contributions_never_lose_a_benefit(
            @ForAll("riders") Rider rider,
            @ForAll @IntRange(max = 7) int monthsAgo,
            @ForAll @IntRange(max = 200) int more) {
        laws.moreWorkNeverLosesABenefit(
                rider,
                rider.changing(
                        Engagement.class,
                        month -> month.month().plusMonths(monthsAgo).equals(java.time.YearMonth.from(rider.asOf()))
                                ? improved(month, BigDecimal.valueOf(more))
                                : month));
    }

    private static Engagement improved(Engagement month, BigDecimal more) {
        Engagement better = month;
        if (month.engagedHours() != null) {
            better = With.value(
                    better, "engagedHours", month.engagedHours().add(more).min(BigDecimal.valueOf(744)));
        }
        if (month.income() != null) {
            better = With.value(better, "income", month.income().add(more.multiply(BigDecimal.TEN)));
        }
        return month.contributed() == null ? better : With.value(better, "contributed", true);
    }

    @Provide
    Arbitrary<Rider> riders() {
        return make.riders(Topic.WELFARE);
    }

    @Provide
    Arbitrary<Tuple2<Rider, List<Fact>>> ridersWithPerformance() {
        return riders().flatMap(rider -> Arbitraries.of(PERFORMANCE)
                .flatMap(type -> make.facts(rider, type))
                .map(facts -> Tuple.of(rider, facts)));
    }
}
