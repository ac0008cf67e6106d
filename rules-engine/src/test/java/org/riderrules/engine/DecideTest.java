package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.NotGranted;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.trust.Trust;

class DecideTest {
    private static final RulesEngine engine =
            RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());

    @Test
    void The_highest_tier_whose_thresholds_are_met_is_assigned() {
        Decision decision = engine.decide(Requests.orders(44, "97 %"));

        assertThat(decision.outcomes())
                .containsExactly(
                        new TierAssigned("GOLD", 2, TierMovement.FIRST, Requests.DAY, LocalDate.of(2026, 9, 1)));
        assertThat(decision.explanation().ruleIds()).containsExactly("tiering.assign", "tiering.qualifies");
    }

    @Test
    void One_order_fewer_is_one_tier_less() {
        assertThat(tier(43, "97 %")).isEqualTo("SILVER");
        assertThat(tier(44, "97 %")).isEqualTo("GOLD");
        assertThat(tier(45, "97 %")).isEqualTo("GOLD");
    }

    @Test
    void A_rate_is_compared_exactly() {
        assertThat(tier(50, "9499/10000")).isEqualTo("SILVER");
        assertThat(tier(50, "95 %")).isEqualTo("GOLD");
        assertThat(tier(50, "9501/10000")).isEqualTo("GOLD");
    }

    @Test
    void The_explanation_is_a_tree_down_to_facts_and_dated_rows() {
        Decision decision = engine.decide(Requests.orders(44, "97 %"));

        Because because = decision.explanation().because().get(0);
        Evidence.FiredRule assign = (Evidence.FiredRule) because.grounds();
        assertThat(assign.rule().sentence()).isEqualTo("The highest tier a rider qualifies for must be assigned.");
        assertThat(assign.rule().source()).isEqualTo("test 2");
        assertThat(assign.rule().file()).isEqualTo("tiering/v1/rules/decide.drl");
        assertThat(assign.rule().line()).isEqualTo(7);
        assertThat(assign.text(Locale.ENGLISH)).isEqualTo("holds GOLD as of 2026-07-14");
        assertThat(assign.grounds()).hasSize(3);
        assertThat(assign.grounds().get(0)).isEqualTo(new Evidence.DayUsed("2026-07-14"));
        assertThat(assign.grounds().get(2)).isEqualTo(new Evidence.NoneFound("Qualified"));
        Evidence.FiredRule qualifies = (Evidence.FiredRule) assign.grounds().get(1);
        assertThat(qualifies.text(Locale.ENGLISH)).isEqualTo("completed 44 orders, 97/100 on time");
        assertThat(qualifies.bindings())
                .containsEntry("orders", "44")
                .containsEntry("onTime", "97/100")
                .containsEntry("tier", "GOLD")
                .doesNotContainKey("w");
        Evidence.RowUsed row = (Evidence.RowUsed) qualifies.grounds().get(0);
        assertThat(row.row().where()).isEqualTo("tiering/v1/tables/TierThreshold.csv:4");
        assertThat(row.row().values()).containsEntry("minOrders", "44").containsEntry("minOnTime", "95 %");
        assertThat(row.row().source()).isEqualTo("test");
        assertThat(qualifies.grounds().get(1)).isInstanceOf(Evidence.FactUsed.class);
    }

    @Test
    void The_provenance_names_pack_digests_rows_and_rules() {
        Decision decision = engine.decide(Requests.orders(44, "97 %"));

        assertThat(decision.provenance().pack()).isEqualTo("tiering");
        assertThat(decision.provenance().version()).isEqualTo(1);
        assertThat(decision.provenance().packDigest())
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(engine.packs().get(0).digest());
        assertThat(decision.provenance().factsDigest()).matches("sha256:[0-9a-f]{64}");
        assertThat(decision.provenance().engineVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(decision.provenance().rulesFired()).containsExactly("tiering.assign", "tiering.qualifies");
        assertThat(decision.provenance().rowsUsed())
                .extracting(row -> row.line())
                .containsExactly(2, 3, 4);
        assertThat(decision.provenance().invariantsChecked()).contains("one-tier", "no-outcome-twice");
    }

    @Test
    void Other_facts_or_another_day_make_another_digest() {
        String digest = engine.decide(Requests.orders(44, "97 %")).provenance().factsDigest();

        assertThat(engine.decide(Requests.orders(44, "97 %")).provenance().factsDigest())
                .isEqualTo(digest);
        assertThat(engine.decide(Requests.orders(45, "97 %")).provenance().factsDigest())
                .isNotEqualTo(digest);
        assertThat(engine.decide(Requests.tiering()
                                .asOf(Requests.DAY.plusDays(1))
                                .facts(Requests.orders(44, "97 %").facts())
                                .build())
                        .provenance()
                        .factsDigest())
                .isNotEqualTo(digest);
    }

    @Test
    void A_missing_field_that_is_needed_is_named_and_nothing_is_decided() {
        Decision decision = engine.decide(Requests.tiering()
                .fact(Requests.june().onTimeRate(Rate.of(97, 100)).build())
                .build());

        assertThat(decision.outcomes())
                .containsExactly(new InsufficientData("tiering", "PerformanceWindow.completedOrders"));
        assertThat(decision.explanation().because().get(0).grounds())
                .isEqualTo(new Evidence.EngineCheck("needs", "PerformanceWindow.completedOrders is not known"));
        assertThat(decision.provenance().rulesFired()).isEmpty();
    }

    @Test
    void Without_any_fact_every_need_is_named() {
        Decision decision = engine.decide(Requests.tiering().build());

        assertThat(decision.outcomes())
                .containsExactly(
                        new InsufficientData("tiering", "PerformanceWindow.completedOrders"),
                        new InsufficientData("tiering", "PerformanceWindow.onTimeRate"));
    }

    @Test
    void When_no_rule_grants_anything_the_answer_says_so() {
        RulesEngine silent = RulesEngines.create(CarePack.files().source(), Trust.directoryForDevelopment());

        Decision decision = silent.decide(CarePack.request().build());

        assertThat(decision.outcomes()).containsExactly(new NotGranted("welfare"));
        assertThat(decision.summary(Locale.ENGLISH)).contains("no rule of welfare v1 granted or denied anything");
    }

    @Test
    void The_day_before_the_first_version_nothing_is_in_force() {
        assertThatThrownBy(() -> on(LocalDate.of(2025, 12, 31)))
                .isInstanceOf(NoPackInForceException.class)
                .hasMessageContaining("tiering")
                .hasMessageContaining("HK")
                .hasMessageContaining("2025-12-31")
                .hasMessageContaining("2026-01-01");
        assertThat(on(LocalDate.of(2026, 1, 1)).outcomes()).hasSize(1);
        assertThat(on(LocalDate.of(2026, 1, 2)).outcomes()).hasSize(1);
    }

    @Test
    void A_market_without_a_pack_is_refused_by_name() {
        assertThatThrownBy(() -> engine.decide(Requests.tiering().market("SG").build()))
                .isInstanceOf(NoPackInForceException.class)
                .hasMessageContaining("SG")
                .hasMessageContaining("HK");
    }

    @Test
    void The_order_of_facts_and_their_repetition_change_nothing() {
        var window =
                Requests.june().completedOrders(44).onTimeRate(Rate.of(97, 100)).build();
        var profile = RiderProfile.builder().joinedOn(LocalDate.of(2025, 1, 1)).build();

        Decision one =
                engine.decide(Requests.tiering().fact(window).fact(profile).build());
        Decision other = engine.decide(
                Requests.tiering().fact(profile).fact(window).fact(profile).build());

        assertThat(other).isEqualTo(one);
    }

    @Test
    void Two_different_facts_of_one_identity_are_refused() {
        assertThatThrownBy(() -> Requests.tiering()
                        .fact(Requests.june().completedOrders(44).build())
                        .fact(Requests.june().completedOrders(45).build())
                        .build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("PerformanceWindow 2026-06-01/2026-07-01");
    }

    @Test
    void The_clock_stamps_what_the_host_leaves_open() {
        Instant noon = Instant.parse("2026-11-01T12:00:00Z");
        RulesEngine stamped = RulesEngines.builder()
                .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                .clock(Clock.fixed(noon, ZoneOffset.UTC))
                .build();

        assertThat(stamped.decide(Requests.tiering().knownAt(null).build()).knownAt())
                .isEqualTo(noon);
        assertThat(stamped.decide(Requests.tiering().build()).knownAt()).isEqualTo(Requests.KNOWN);
    }

    @Test
    void A_request_without_request_or_with_two_topics_for_one_answer_is_refused() {
        assertThatThrownBy(() -> engine.decide(null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("request");
        assertThatThrownBy(() -> engine.decideAll(null)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() ->
                        engine.decide(Requests.tiering().topic(Topic.WELFARE).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("decideAll");
        assertThatThrownBy(() -> RulesEngines.create(null, Trust.directoryForDevelopment()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> RulesEngines.builder().build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("packs");
        assertThatThrownBy(() -> RulesEngines.builder().budgets(null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("budgets");
    }

    @Test
    void A_rule_that_loops_through_its_inserts_is_stopped_and_the_engine_stays_healthy() {
        SmallPack loop = new SmallPack()
                .with(
                        "rules/vocabulary.drl",
                        "declare Qualified",
                        "declare Step\n  number : int\nend\n\ndeclare Qualified")
                .with("rules/qualify.drl", "rule \"A rider who meets", """
                        rule "A busy rider must take a step."
                          @id("tiering.first-step") @reason("tiering.assign") @source("test")
                        when
                          AsOf( $asOf : date )
                          TierThreshold( $tier : tier, rank == 2 )
                          PerformanceWindow( completedOrders > 1000 )
                        then
                          insert( new Step( 1 ) );
                        end

                        rule "A step must lead to another step."
                          @id("tiering.next-step") @reason("tiering.assign") @source("test")
                        when
                          AsOf( $asOf : date )
                          TierThreshold( $tier : tier, rank == 2 )
                          Step( $number : number )
                        then
                          insert( new Step( $number ) );
                        end

                        rule "A rider who meets""");
        RulesEngine looping = RulesEngines.builder()
                .packs(loop.source(), Trust.directoryForDevelopment())
                .budgets(Budgets.builder().firings(500).build())
                .build();

        assertThatThrownBy(() -> looping.decide(Requests.orders(1001, "97 %")))
                .isInstanceOfSatisfying(BudgetExceededException.class, exceeded -> {
                    assertThat(exceeded.budget()).isEqualTo(BudgetExceededException.Budget.FIRINGS);
                    assertThat(exceeded.pack()).isEqualTo("tiering v1");
                    assertThat(exceeded.rule()).isEqualTo("tiering.next-step");
                })
                .hasMessageContaining("500 firings");
        assertThat(looping.decide(Requests.orders(44, "97 %")).has(TierAssigned.class))
                .isTrue();
    }

    @Test
    void A_decision_that_takes_too_long_is_stopped() {
        RulesEngine hurried = RulesEngines.builder()
                .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                .budgets(Budgets.builder().time(Duration.ofMillis(1)).build())
                .build();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        hurried.decide(manyWindows(2_000));
                    }
                })
                .isInstanceOfSatisfying(
                        BudgetExceededException.class,
                        exceeded -> assertThat(exceeded.budget()).isEqualTo(BudgetExceededException.Budget.DEADLINE))
                .hasMessageContaining("1 ms");
    }

    @Test
    void A_rule_that_cannot_build_its_outcome_leaves_the_decision_to_a_person() {
        RulesEngine wrong = RulesEngines.create(
                new SmallPack()
                        .with("rules/decide.drl", "$a.endOfNext( ReviewPeriod.MONTH )", "$asOf")
                        .source(),
                Trust.directoryForDevelopment());

        Decision decision = wrong.decide(Requests.orders(44, "97 %"));

        assertThat(decision.outcomes()).singleElement().isInstanceOfSatisfying(NeedsReview.class, review -> {
            assertThat(review.invariant()).isEqualTo("rule-failed");
            assertThat(review.detail()).contains("tiering.assign").contains("TierAssigned.validUntil");
        });
    }

    @Test
    void Two_tiers_are_no_decision() {
        RulesEngine wrong = RulesEngines.create(
                new SmallPack()
                        .with("rules/decide.drl", "  not Qualified( rank > $rank )\n", "")
                        .source(),
                Trust.directoryForDevelopment());

        Decision decision = wrong.decide(Requests.orders(44, "97 %"));

        assertThat(decision.outcomes()).singleElement().isInstanceOfSatisfying(NeedsReview.class, review -> {
            assertThat(review.invariant()).isEqualTo("one-tier");
            assertThat(review.detail()).contains("BASE").contains("SILVER").contains("GOLD");
        });
        assertThat(decision.provenance().rulesFired()).contains("tiering.assign");
    }

    @Test
    void A_listener_hears_of_every_decision_before_the_caller_and_of_every_failure() {
        List<String> heard = new ArrayList<>();
        RulesEngine listened = RulesEngines.builder()
                .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                .listener(new DecisionListener() {
                    @Override
                    public void decided(DecisionRequest request, Decision decision) {
                        heard.add(decision.outcomes().get(0).code());
                    }

                    @Override
                    public void failed(DecisionRequest request, Topic topic, RuntimeException failure) {
                        heard.add(topic + " " + failure.getClass().getSimpleName());
                    }
                })
                .build();

        listened.decide(Requests.orders(44, "97 %"));
        assertThatThrownBy(() -> listened.decide(Requests.tiering().market("SG").build()))
                .isInstanceOf(NoPackInForceException.class);

        assertThat(heard).containsExactly("GOLD", "tiering NoPackInForceException");
    }

    @Test
    void A_listener_that_cannot_take_a_decision_fails_the_call() {
        RulesEngine unheard = RulesEngines.builder()
                .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                .listener((request, decision) -> {
                    throw new IllegalStateException("disk full");
                })
                .build();

        assertThatThrownBy(() -> unheard.decide(Requests.orders(44, "97 %")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    private String tier(int orders, String onTime) {
        return engine.decide(Requests.orders(orders, onTime))
                .outcomes(TierAssigned.class)
                .get(0)
                .tier();
    }

    private Decision on(LocalDate day) {
        return engine.decide(Requests.tiering()
                .asOf(day)
                .facts(Requests.orders(44, "97 %").facts())
                .build());
    }

    private static DecisionRequest manyWindows(int windows) {
        DecisionRequest.Builder request = Requests.tiering();
        for (int i = 0; i < windows; i++) {
            request.fact(Requests.june()
                    .periodUntil(LocalDate.of(2026, 7, 1).plusDays(i))
                    .completedOrders(44)
                    .onTimeRate(Rate.of(97, 100))
                    .build());
        }
        return request.build();
    }
}
