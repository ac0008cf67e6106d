package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.rollout.Difference;
import org.riderrules.engine.rollout.DifferenceKind;
import org.riderrules.engine.rollout.DifferenceReport;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Shadowing;
import org.riderrules.engine.rollout.TopicDifferences;
import org.riderrules.engine.trust.Trust;

/** A candidate decides too; what it says is compared and given to nobody. */
class ShadowTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();

    private final List<Decision> heard = new ArrayList<>();

    private ManagedRulesEngine engine(SmallPack pack) {
        return RulesEngines.builder()
                .packs(pack.source(), TRUST)
                .listener((request, decision) -> heard.add(decision))
                .budgets(Budgets.builder()
                        .firings(500)
                        .quarantine(1_000, 100, Duration.ofMinutes(1))
                        .build())
                .build();
    }

    private static TopicDifferences tiering(Shadow shadow) {
        return Objects.requireNonNull(shadow.report().topic(Topic.TIERING), "nothing was compared");
    }

    @Test
    void The_packs_in_force_answer_and_differences_are_counted_with_an_example() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST);

        for (int orders : new int[] {43, 44, 50, 59, 60}) {
            Decision decision = engine.decide(Requests.orders(orders, "97 %"));
            assertThat(decision.outcomes().get(0).code()).isEqualTo(orders < 44 ? "SILVER" : "GOLD");
            assertThat(decision.provenance().packDigest())
                    .isEqualTo(engine.packs().get(0).digest());
        }

        TopicDifferences found = tiering(shadow);
        assertThat(found.compared()).isEqualTo(5);
        assertThat(found.different()).isEqualTo(3);
        assertThat(found.count(DifferenceKind.OUTCOME_CHANGED)).isEqualTo(3);
        assertThat(found.kinds()).hasSize(1);
        assertThat(found.examples()).hasSize(3).allSatisfy(example -> {
            assertThat(example.inForce().outcomes().get(0).code()).isEqualTo("GOLD");
            assertThat(example.candidate().outcomes().get(0).code()).isEqualTo("SILVER");
            assertThat(example.candidate().provenance().packDigest())
                    .isEqualTo(shadow.candidate().packs().get(0).digest());
        });
        assertThat(heard)
                .hasSize(5)
                .allSatisfy(decision -> assertThat(decision.provenance().packDigest())
                        .isEqualTo(engine.packs().get(0).digest()));
    }

    @Test
    void The_same_outcome_in_other_words_is_a_difference_of_the_reason_only() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.otherWords().source(), TRUST);

        engine.decide(Requests.orders(50, "97 %"));

        assertThat(tiering(shadow).kinds()).containsOnlyKeys(DifferenceKind.REASON_ONLY);
    }

    @Test
    void Rules_and_rows_that_stand_elsewhere_in_their_files_are_no_difference() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.moved().source(), TRUST);

        engine.decide(Requests.orders(50, "97 %"));

        assertThat(tiering(shadow).compared()).isEqualTo(1);
        assertThat(tiering(shadow).different()).isZero();
    }

    @Test
    void A_candidate_whose_rule_fails_needs_review_and_no_call_fails() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.broken().source(), TRUST);

        assertThat(engine.decide(Requests.orders(50, "97 %")).outcomes().get(0).code())
                .isEqualTo("GOLD");

        assertThat(tiering(shadow).kinds()).containsOnlyKeys(DifferenceKind.CANDIDATE_NEEDS_REVIEW);
    }

    @Test
    void A_candidate_that_exceeds_its_budget_is_counted_and_no_call_fails() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.looping().source(), TRUST);

        assertThat(engine.decide(Requests.orders(1_001, "97 %"))
                        .outcomes()
                        .get(0)
                        .code())
                .isEqualTo("GOLD");

        assertThat(tiering(shadow).kinds()).containsOnlyKeys(DifferenceKind.CANDIDATE_FAILED);
        Difference example = tiering(shadow).examples().get(0);
        assertThat(example.candidate()).isNull();
        assertThat(example.failure()).contains("500 firings");
    }

    @Test
    void A_candidate_on_the_callers_thread_gets_what_is_left_of_the_requests_own_deadline() {
        AtomicBoolean slow = new AtomicBoolean();
        ManagedRulesEngine engine = RulesEngines.builder()
                .packs(new SmallPack().source(), TRUST)
                .listener((request, decision) -> {
                    if (slow.get()) {
                        pause(Duration.ofMillis(2_100));
                    }
                })
                .budgets(Budgets.builder().time(Duration.ofSeconds(2)).build())
                .build();
        Shadow shadow = engine.shadow(new SmallPack().source(), TRUST);
        engine.decide(Requests.orders(50, "97 %"));
        assertThat(tiering(shadow).different()).isZero();

        slow.set(true);
        engine.decide(Requests.orders(50, "97 %"));

        assertThat(tiering(shadow).kinds()).containsOnlyKeys(DifferenceKind.CANDIDATE_FAILED);
        assertThat(tiering(shadow).examples().get(0).failure()).contains(BudgetExceededException.class.getSimpleName());
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void What_the_packs_in_force_fail_fails_the_call_and_a_candidate_that_mends_it_is_seen() {
        ManagedRulesEngine engine = engine(Candidates.looping());
        Shadow shadow = engine.shadow(new SmallPack().source(), TRUST);

        assertThatThrownBy(() -> engine.decide(Requests.orders(1_001, "97 %")))
                .isInstanceOf(BudgetExceededException.class);

        assertThat(tiering(shadow).kinds()).containsOnlyKeys(DifferenceKind.IN_FORCE_FAILED);
        assertThat(tiering(shadow).examples().get(0).inForce()).isNull();
    }

    @Test
    void What_both_cannot_decide_is_not_compared() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST);

        assertThatThrownBy(() -> engine.decide(Requests.tiering().market("SA").build()))
                .isInstanceOf(NoPackInForceException.class);

        assertThat(shadow.report().requests()).isEqualTo(1);
        assertThat(shadow.report().topics()).isEmpty();
    }

    @Test
    void A_candidate_without_a_version_for_the_day_is_counted() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.notYet().source(), TRUST);

        engine.decide(Requests.orders(50, "97 %"));

        assertThat(tiering(shadow).kinds()).containsOnlyKeys(DifferenceKind.CANDIDATE_FAILED);
    }

    @Test
    void Examples_are_bounded_for_each_kind_and_counts_are_not() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST, new Shadowing(null, 1, 2));

        for (int i = 0; i < 7; i++) {
            engine.decide(Requests.orders(50, "97 %"));
        }

        assertThat(tiering(shadow).different()).isEqualTo(7);
        assertThat(tiering(shadow).examples()).hasSize(2);
    }

    @Test
    void No_text_of_a_report_names_a_rider() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST);
        engine.decide(Requests.orders(50, "97 %"));
        DifferenceReport report = shadow.report();

        assertThat(tiering(shadow).examples().get(0).inForce().riderId()).isEqualTo("R-1001");
        assertThat(report.toString())
                .isEqualTo("1 requests compared, 0 skipped; tiering: 1 of 1 different (OUTCOME_CHANGED 1)");
        assertThat(tiering(shadow).examples().get(0).toString())
                .doesNotContain("R-1001")
                .contains("GOLD")
                .contains("SILVER");
    }

    @Test
    void An_executor_of_the_host_runs_the_candidate_later_and_the_call_does_not_wait() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Deque<Runnable> later = new ArrayDeque<>();
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST, Shadowing.on(later::add));

        engine.decide(Requests.orders(50, "97 %"));
        assertThat(shadow.report().requests()).isZero();

        later.remove().run();
        assertThat(tiering(shadow).different()).isEqualTo(1);
    }

    @Test
    void When_too_many_wait_or_the_executor_refuses_requests_are_skipped_and_counted() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Deque<Runnable> later = new ArrayDeque<>();
        Shadow shadow = engine.shadow(
                Candidates.strict().source(),
                TRUST,
                new Shadowing(
                        task -> {
                            if (later.size() == 2) {
                                throw new RejectedExecutionException("full");
                            }
                            later.add(task);
                        },
                        3,
                        1));

        for (int i = 0; i < 4; i++) {
            engine.decide(Requests.orders(50, "97 %"));
        }
        assertThat(shadow.report().skipped()).isEqualTo(2);
        later.remove().run();
        later.remove().run();
        engine.decide(Requests.orders(50, "97 %"));
        later.remove().run();

        assertThat(shadow.report().requests()).isEqualTo(3);
        assertThat(shadow.report().skipped()).isEqualTo(2);
    }

    @Test
    void No_more_than_so_many_wait() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Deque<Runnable> later = new ArrayDeque<>();
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST, new Shadowing(later::add, 2, 1));

        for (int i = 0; i < 3; i++) {
            engine.decide(Requests.orders(50, "97 %"));
        }

        assertThat(later).hasSize(2);
        assertThat(shadow.report().skipped()).isEqualTo(1);
    }

    @Test
    void What_still_waits_when_a_shadow_ends_is_skipped_and_its_report_stays() {
        ManagedRulesEngine engine = engine(new SmallPack());
        Deque<Runnable> later = new ArrayDeque<>();
        Shadow shadow = engine.shadow(Candidates.strict().source(), TRUST, Shadowing.on(later::add));
        engine.decide(Requests.orders(50, "97 %"));
        engine.decide(Requests.orders(50, "97 %"));
        later.remove().run();

        shadow.abandon();
        later.remove().run();

        assertThat(shadow.report().requests()).isEqualTo(1);
        assertThat(shadow.report().skipped()).isEqualTo(1);
        assertThat(engine.decide(Requests.orders(50, "97 %")).outcomes().get(0).code())
                .isEqualTo("GOLD");
        assertThat(later).isEmpty();
    }

    @Test
    void Topics_are_compared_one_by_one() {
        ManagedRulesEngine engine = engine(CarePack.files());
        Shadow shadow = engine.shadow(
                CarePack.files()
                        .with("tables/TierThreshold.csv", "HK,GOLD,2,44", "HK,GOLD,2,60")
                        .source(),
                TRUST);

        engine.decideAll(Requests.tiering()
                .topic(Topic.WELFARE)
                .facts(Requests.orders(50, "97 %").facts())
                .fact(CarePack.illness(8))
                .build());

        DifferenceReport report = shadow.report();
        assertThat(report.requests()).isEqualTo(1);
        assertThat(report.different()).isEqualTo(1);
        assertThat(report.topics()).extracting(TopicDifferences::topic).containsExactly(Topic.TIERING, Topic.WELFARE);
        assertThat(report.topic(Topic.WELFARE).different()).isZero();
    }
}
