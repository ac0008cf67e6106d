package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.outcome.IncentivePayable;
import org.riderrules.api.outcome.PointsAssessed;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.process.Cause;
import org.riderrules.api.process.Corrected;
import org.riderrules.api.process.Superseded;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.engine.process.Affected;
import org.riderrules.engine.process.FactCorrection;
import org.riderrules.engine.process.History;

/** One late order, an upheld appeal, and everything that had followed from the order (programmes.md O24, row 6). */
class WithdrawalTest {
    private static final String RIDER = "R-1";
    private static final Cause UPHELD = new Cause.AppealUpheld("V-1", "A-1");

    private final Recorded recorded = new Recorded();
    private Decision violation;
    private Decision tier;
    private Decision bonus;
    private Decision nextBonus;

    private static DecisionRequest.Builder on(String day) {
        return DecisionRequest.about(RIDER)
                .market("HK")
                .capacity(Capacity.CROWDSOURCED)
                .asOf(LocalDate.parse(day))
                .knownAt(Instant.parse(day + "T06:00:00Z"));
    }

    private static Violation late(String id, String day, ViolationStatus status) {
        return Violation.builder()
                .id(id)
                .code("LATE")
                .occurredOn(LocalDate.parse(day))
                .status(status)
                .minutesLate(40)
                .orderId("order-" + id)
                .evidence(List.of("order-" + id))
                .build();
    }

    private static PerformanceWindow window(String from, String until, int onTime) {
        return PerformanceWindow.builder()
                .periodFrom(LocalDate.parse(from))
                .periodUntil(LocalDate.parse(until))
                .completedOrders(300)
                .onTimeRate(Rate.of(onTime, 300))
                .complaintRate(Rate.of(6, 300))
                .peakOrders(0)
                .build();
    }

    /** The host takes the order out of the window in which it was counted as late. */
    private static List<Fact> withoutTheOrder(DecisionRequest request) {
        return request.facts().stream()
                .map(fact -> fact.equals(window("2026-10-01", "2026-11-01", 284))
                        ? window("2026-10-01", "2026-11-01", 285)
                        : fact)
                .toList();
    }

    @BeforeEach
    void decideThreeTimes() {
        recorded.clock.set("2026-10-20T08:00:00Z");
        violation = recorded.decide(on("2026-10-20")
                        .topic(Topic.VIOLATIONS)
                        .fact(late("V-1", "2026-10-18", ViolationStatus.REPORTED))
                        .fact(late("V-0", "2026-08-01", ViolationStatus.CONFIRMED))
                        .build())
                .get(0);
        PointsAssessed points = violation.outcomes(PointsAssessed.class).get(0);

        recorded.clock.set("2026-11-02T08:00:00Z");
        List<Decision> november = recorded.decide(on("2026-11-02")
                .topic(Topic.TIERING)
                .topic(Topic.INCENTIVES)
                .fact(window("2026-10-01", "2026-11-01", 284))
                .fact(EarlierDecision.builder()
                        .reference(violation.id())
                        .topic(Topic.VIOLATIONS)
                        .outcome("PointsAssessed")
                        .code("LATE")
                        .decidedOn(LocalDate.of(2026, 10, 20))
                        .points(points.points())
                        .violationId("V-1")
                        .validFrom(points.validFrom())
                        .validUntil(points.validUntil())
                        .build())
                .build());
        tier = november.get(0);
        bonus = november.get(1);
        TierAssigned silver = tier.outcomes(TierAssigned.class).get(0);

        recorded.clock.set("2026-12-02T08:00:00Z");
        nextBonus = recorded.decide(on("2026-12-02")
                        .topic(Topic.INCENTIVES)
                        .fact(window("2026-11-01", "2026-12-01", 291))
                        .fact(EarlierDecision.builder()
                                .reference(tier.id())
                                .topic(Topic.TIERING)
                                .outcome("TierAssigned")
                                .code(silver.tier())
                                .rank(silver.rank())
                                .detail(silver.movement().name())
                                .decidedOn(LocalDate.of(2026, 11, 2))
                                .validFrom(silver.validFrom())
                                .validUntil(silver.validUntil())
                                .build())
                        .build())
                .get(0);
        recorded.clock.set("2026-12-10T08:00:00Z");
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    private Corrected withdraw() {
        return recorded.corrections.withdraw(
                RIDER, UPHELD, "person-1", "The merchant was late.", WithdrawalTest::withoutTheOrder);
    }

    @Test
    void O24_row_6_an_appeal_upheld_on_one_late_order_re_issues_the_later_tier_and_bonus_decisions() {
        assertThat(violation.outcomes(PointsAssessed.class))
                .extracting(PointsAssessed::points)
                .containsExactly(new BigDecimal("3"));
        assertThat(tier.outcomes(TierAssigned.class))
                .extracting(TierAssigned::tier)
                .containsExactly("SILVER");

        Corrected corrected = withdraw();

        assertThat(corrected.superseded())
                .extracting(Superseded::decision)
                .containsExactly(violation.id(), tier.id(), bonus.id(), nextBonus.id());
        assertThat(corrected.superseded().get(0).owed().points()).isEqualByComparingTo("-3");
        assertThat(corrected.superseded().get(1).owed().tierBefore()).isEqualTo("SILVER");
        assertThat(corrected.superseded().get(1).owed().tierAfter()).isEqualTo("GOLD");
        // 94.67 % earned nothing; 95 % earn the first bracket, HKD 120, times 1.1 for GOLD.
        assertThat(corrected.superseded().get(2).owed().money()).isEqualTo(money("132"));
        // HKD 330 for the second bracket, times 1.1 for GOLD, less 330 times 1.05 for SILVER.
        assertThat(corrected.superseded().get(3).owed().money()).isEqualTo(money("16.5"));
    }

    private static Map<String, BigDecimal> money(String amount) {
        return new TreeMap<>(Map.of("HKD", new BigDecimal(amount)));
    }

    @Test
    void What_may_change_is_listed_before_anything_does() {
        List<AuditEntry> before = recorded.calls();

        List<Affected> affected = recorded.corrections.affected(RIDER, "V-1");

        assertThat(affected)
                .extracting(Affected::decision)
                .containsExactly(violation.id(), tier.id(), bonus.id(), nextBonus.id());
        assertThat(affected)
                .extracting(Affected::link)
                .containsExactly(
                        Affected.Link.FACT,
                        Affected.Link.FACT,
                        Affected.Link.SAME_CALL,
                        Affected.Link.EARLIER_DECISION);
        assertThat(affected.get(3).through()).isEqualTo(tier.id());
        assertThat(recorded.calls()).isEqualTo(before);
    }

    @Test
    void Both_decisions_stay_readable_and_each_moment_knows_its_own() {
        List<AuditEntry> before = recorded.calls();
        Corrected corrected = withdraw();
        History history = recorded.corrections.history(RIDER);

        assertThat(recorded.calls().subList(0, before.size())).isEqualTo(before);
        Instant then = Instant.parse("2026-12-09T00:00:00Z");
        LocalDate day = LocalDate.of(2026, 11, 2);
        assertThat(history.asKnownAt(then, Topic.TIERING, day))
                .extracting(History.Standing::id)
                .containsExactly(tier.id());
        assertThat(history.asKnownAt(corrected.at(), Topic.TIERING, day))
                .extracting(History.Standing::id)
                .containsExactly(corrected.superseded().get(1).by());
        assertThat(history.successor(tier.id()))
                .isEqualTo(corrected.superseded().get(1).by());
        assertThat(history.decision(tier.id()).outcomes()).isEqualTo(tier.outcomes());
        assertThat(history.decision(history.successor(nextBonus.id())).outcomes().stream()
                        .filter(IncentivePayable.class::isInstance)
                        .map(outcome -> ((IncentivePayable) outcome).amount()))
                .containsExactly(new BigDecimal("363"));
        assertThat(history.asKnownAt(Instant.parse("2026-10-19T00:00:00Z"))).isEmpty();
    }

    @Test
    void A_withdrawal_asked_for_twice_is_made_once() {
        Corrected first = withdraw();
        long entries = recorded.store.last().sequence();

        recorded.clock.plusSeconds(60);
        assertThat(withdraw()).isEqualTo(first);
        assertThat(recorded.store.last().sequence()).isEqualTo(entries);
    }

    @Test
    void A_withdrawal_that_breaks_off_has_changed_nothing_and_can_be_asked_for_again() {
        int[] left = {1};
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> recorded.corrections.withdraw(RIDER, UPHELD, "person-1", "late", request -> {
                    if (left[0]-- == 0) {
                        throw new IllegalStateException("the host's database is away");
                    }
                    return withoutTheOrder(request);
                }));

        assertThat(recorded.calls()).hasSizeGreaterThan(3);
        assertThat(recorded.corrections.history(RIDER).asKnownAt(Instant.MAX))
                .extracting(History.Standing::id)
                .containsExactly(violation.id(), tier.id(), bonus.id(), nextBonus.id());

        assertThat(withdraw().superseded()).hasSize(4);
    }

    @Test
    void Only_a_person_orders_a_correction_and_an_unknown_rider_has_nothing_to_correct() {
        assertThatExceptionOfType(DueProcessException.class)
                .isThrownBy(() -> recorded.corrections.withdraw(RIDER, UPHELD, "engine", "why", FactCorrection.NONE))
                .withMessageContaining("a-person-decides");
        assertThatExceptionOfType(DueProcessException.class)
                .isThrownBy(() -> recorded.corrections.withdraw("R-2", UPHELD, "person-1", "why", FactCorrection.NONE))
                .withMessageContaining("known-rider");
        assertThat(recorded.calls()).hasSize(3);
    }

    @Test
    void Facts_that_became_known_correct_a_decision_and_what_was_built_on_it() {
        List<Fact> known = withoutTheOrder(on("2026-11-02")
                .topic(Topic.TIERING)
                .facts(recorded.corrections
                        .history(RIDER)
                        .calls()
                        .get(1)
                        .request()
                        .facts())
                .build());

        Corrected corrected = recorded.corrections.correct(
                RIDER,
                tier.id(),
                known,
                new Cause.FactsCorrected("The merchant confirmed the waiting time."),
                "person-1",
                "Counted anew.");

        assertThat(corrected.superseded())
                .extracting(Superseded::decision)
                .containsExactly(tier.id(), bonus.id(), nextBonus.id());
        assertThat(corrected.superseded().get(2).owed().money()).isEqualTo(money("16.5"));
        assertThat(recorded.corrections
                        .history(RIDER)
                        .decision(corrected.superseded().get(0).by())
                        .outcomes())
                .anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                TierAssigned.class,
                                assigned -> assertThat(assigned.movement()).isEqualTo(TierMovement.FIRST)));
        assertThatExceptionOfType(DueProcessException.class)
                .isThrownBy(() -> recorded.corrections.correct(
                        RIDER, tier.id(), known, new Cause.FactsCorrected("again"), "person-1", "Counted anew."))
                .withMessageContaining("correct-what-holds")
                .withMessageContaining(corrected.superseded().get(0).by());
    }

    @Test
    void The_superseding_records_replay_like_any_other() {
        withdraw();

        assertThat(new org.riderrules.engine.audit.Replay(Shipped.engine())
                        .replayAll(recorded.calls().stream(), recorded.vault))
                .isEmpty();
    }
}
