package org.riderrules.catalog;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.outcome.PointsAssessed;

@StatisticsReport(onFailureOnly = true)
class ViolationProperties {
    private final RiderFacts make = RiderFacts.shipped();
    private final Laws laws = Laws.shipped();

    /** A rider with a history, one new violation, and two codes that it could have. */
    record Reported(Rider rider, Violation violation, String one, String other) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void one_event_is_never_punished_twice(@ForAll("riders") Rider rider) {
        laws.oneEventIsPunishedOnce(rider);
        laws.decide(rider, Topic.VIOLATIONS)
                .outcomes()
                .forEach(outcome -> Statistics.label("answer")
                        .collect(outcome.getClass().getSimpleName())
                        .coverage(coverage -> List.of(
                                        "PointsAssessed",
                                        "WarningIssued",
                                        "DeductionAssessed",
                                        "SanctionRecommended",
                                        "ViolationExempted",
                                        "InsufficientData",
                                        "PointsInForce",
                                        "PointsRecovered")
                                .forEach(type -> coverage.check(type).count(count -> count > 0))));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_points_of_a_week_stay_within_its_cap(@ForAll("ridersWithABadWeek") Rider rider) {
        laws.weeklyPointsStayWithinTheirCap(rider);
        Statistics.label("penalties with points")
                .collect(laws.decide(rider, Topic.VIOLATIONS)
                                .outcomes(PointsAssessed.class)
                                .size()
                        > 1)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_milder_violation_is_never_punished_harder(@ForAll("reported") Reported reported) {
        laws.milderIsNeverPunishedHarder(reported.rider(), reported.violation(), reported.one(), reported.other());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_shorter_delay_is_never_punished_harder(
            @ForAll("reported") Reported reported,
            @ForAll @IntRange(max = 70) int minutes,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        laws.lessLateIsNeverPunishedHarder(
                reported.rider(), With.value(reported.violation(), "code", "LATE"), minutes, more);
    }

    @Provide
    Arbitrary<Rider> riders() {
        return make.riders(Topic.VIOLATIONS);
    }

    @Provide
    Arbitrary<Rider> ridersWithABadWeek() {
        return make.ridersWithABadWeek();
    }

    /** Nothing else is reported, so that the cap of the week does not decide between two new violations. */
    @Provide
    Arbitrary<Reported> reported() {
        Arbitrary<Rider> riders = make.riders(Topic.VIOLATIONS)
                .map(rider -> rider.without(
                        fact -> fact instanceof Violation violation && violation.status() == ViolationStatus.REPORTED));
        return riders.flatMap(rider -> Combinators.combine(
                        Arbitraries.of(make.violationCodes(rider.market())),
                        Arbitraries.of(make.violationCodes(rider.market())),
                        Arbitraries.integers().between(0, 3))
                .as((one, other, daysAgo) -> new Reported(
                        rider,
                        Violation.builder()
                                .id("V-100")
                                .code(one)
                                .occurredOn(rider.asOf().minusDays(daysAgo))
                                .status(ViolationStatus.REPORTED)
                                .minutesLate(200)
                                .evidence(List.of("photo-1"))
                                .build(),
                        one,
                        other)));
    }
}
