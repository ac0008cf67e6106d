package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.fact.WorkLog;
import org.riderrules.engine.check.Case;
import org.riderrules.engine.check.CaseFile;
import org.riderrules.engine.check.CaseRunner;
import org.riderrules.engine.check.Difference;
import org.riderrules.engine.check.Twins;
import org.riderrules.engine.trust.Trust;

/** Two engines that differ on purpose: the difference is found, and the case that shows it is small and ready. */
class TwinsTest {
    private static final RulesEngine RIGHT = engine(new SmallPack());

    @Test
    void a_threshold_one_too_high_is_shown_by_the_very_number_and_nothing_else() {
        RulesEngine wrong = engine(new SmallPack()
                .file("tables/TierThreshold.csv", SmallPack.TABLE.replace("GOLD,2,44,95 %", "GOLD,2,45,95 %")));
        Twins twins = new Twins(RIGHT, wrong);
        Difference found = twins.ask(crowded(44));
        assertThat(found).isNotNull();

        Difference smallest = twins.shrink(found);

        assertThat(smallest.request().facts()).hasSize(1);
        assertThat(smallest.found())
                .contains("tiering: only the first used the row tiering/v1/tables/TierThreshold.csv:4");
        assertThat(smallest.caseFile().lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "- name: \"What tiering decides here must not depend on how\"",
                        "  asOf: 2026-07-14",
                        "  market: HK",
                        "  capacity: CROWDSOURCED",
                        "  given:",
                        "    PerformanceWindow: { completedOrders: 44, onTimeRate: 1/1 }",
                        "  expect:",
                        "    version: 1",
                        "    TierAssigned: { tier: GOLD, rank: 2, movement: FIRST, validFrom: 2026-07-14,"
                                + " validUntil: 2026-09-01 }",
                        "    only: true",
                        "    because: [tiering.assign, tiering.qualifies]");
        assertReady(smallest, wrong);
    }

    @Test
    void engines_of_one_mind_do_not_differ() {
        Twins twins = new Twins(RIGHT, engine(new SmallPack()));

        for (int orders = 0; orders < 60; orders++) {
            assertThat(twins.ask(crowded(orders))).isNull();
        }
    }

    @Test
    void the_same_tier_for_another_reason_is_a_difference() {
        RulesEngine other = engine(new SmallPack()
                .file(
                        "rules/qualify.drl",
                        SmallPack.QUALIFY
                                .replace("completedOrders >= $t", "completedOrders > $t")
                                .replace("@id(\"tiering.qualifies\")", "@id(\"tiering.exceeds\")")));
        Twins twins = new Twins(RIGHT, other);

        Difference found = twins.ask(crowded(50));

        assertThat(found).isNotNull();
        assertThat(found.first().decisions().get(0).outcomes())
                .isEqualTo(found.second().decisions().get(0).outcomes());
        assertThat(found.found())
                .contains(
                        "tiering: only the first fired tiering.qualifies",
                        "tiering: only the second fired tiering.exceeds")
                .anySatisfy(each -> assertThat(each).startsWith("tiering: the evidence behind TierAssigned["));
    }

    @Test
    void one_that_refuses_differs_from_one_that_decides() {
        RulesEngine later = engine(new SmallPack()
                .file("pack.json", SmallPack.MANIFEST.replace("\"from\": \"2026-01-01\"", "\"from\": \"2026-08-01\"")));

        Difference found = new Twins(RIGHT, later).ask(crowded(50));

        assertThat(found).isNotNull();
        assertThat(found.found()).hasSize(1);
        assertThat(found.found().get(0))
                .startsWith("the first decided, the second refused (NoPackInForceException: no version of a pack");
        assertReady(found, later);
    }

    /** The case can be read, passes on the first engine, and fails on the second. */
    private static void assertReady(Difference difference, RulesEngine second) {
        List<PackProblem> problems = new ArrayList<>();
        List<Case> cases = CaseFile.read("tiering/v1/cases/found.yaml", difference.caseFile(), problems);
        assertThat(problems).isEmpty();
        assertThat(cases).hasSize(1);
        assertThat(CaseRunner.run(RIGHT, Topic.TIERING, cases.get(0)).differences())
                .isEmpty();
        assertThat(CaseRunner.run(second, Topic.TIERING, cases.get(0)).passed()).isFalse();
    }

    /** A request with much that does not matter. */
    private static DecisionRequest crowded(int orders) {
        DecisionRequest.Builder request = DecisionRequest.about("R-1001")
                .topic(Topic.TIERING)
                .market("HK")
                .capacity(Capacity.FLEET)
                .scenario("RAIN")
                .asOf(Requests.DAY)
                .knownAt(Requests.KNOWN)
                .fact(Requests.june()
                        .periodFrom(LocalDate.of(2026, 6, 3))
                        .completedOrders(orders)
                        .activeDays(17)
                        .onTimeRate(Rate.of(391, 400))
                        .complaintRate(Rate.of(1, 133))
                        .build());
        for (int day = 1; day < 9; day++) {
            request.fact(WorkLog.builder()
                    .day(LocalDate.of(2026, 7, day))
                    .completedOrders(10 + day)
                    .build());
        }
        return request.fact(Violation.builder()
                        .id("V-1")
                        .code("LATE")
                        .occurredOn(LocalDate.of(2026, 7, 2))
                        .status(ViolationStatus.REPORTED)
                        .evidence(List.of("photo-1", "photo-2"))
                        .build())
                .build();
    }

    private static RulesEngine engine(SmallPack pack) {
        return RulesEngines.create(pack.source(), Trust.directoryForDevelopment());
    }
}
