package org.riderrules.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.riderrules.engine.budget.BudgetPack.healthy;
import static org.riderrules.engine.budget.BudgetPack.request;
import static org.riderrules.engine.budget.BudgetPack.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.BudgetExceededException.Budget;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.trust.Trust;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunBudgetTest {
    private static final String SAID = "declare Said\n  number : int\nend\n\n";
    private static final String STEP = "declare Step\n  number : int\nend\n\n";
    private static final String DEEP = "declare Deep\n  text : String\n  amount : BigDecimal\nend\n\n";

    private static RulesEngine engine(String rules, Budgets budgets) {
        return RulesEngines.builder()
                .packs(new BudgetPack(rules).source(), Trust.directoryForDevelopment())
                .budgets(budgets)
                .build();
    }

    private static BudgetExceededException breach(RulesEngine engine, DecisionRequest request) {
        List<BudgetExceededException> thrown = new ArrayList<>();
        assertThatThrownBy(() -> engine.decide(request))
                .isInstanceOfSatisfying(BudgetExceededException.class, thrown::add);
        assertThat(thrown.get(0).pack()).isEqualTo("tiering v1");
        assertDecides(engine);
        return thrown.get(0);
    }

    private static void assertDecides(RulesEngine engine) {
        Decision next = engine.decide(healthy("R-2"));
        assertThat(next.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(
                        TierAssigned.class, tier -> assertThat(tier.tier()).isEqualTo("BASE"));
        assertThat(next.provenance().rulesFired()).contains("tiering.held");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "join             | $a : Violation()  Violation( this != $a )",
                "join by index    | Violation( $c : code )  Violation( code == $c )",
                "not              | Violation( $c : code )  not Violation( code != $c )",
                "exists           | Violation( $c : code )  exists Violation( code != $c )",
                "forall           | Violation( $c : code )  forall( $v : Violation()  Violation( this == $v, code == $c ) )",
                "accumulate       | Violation( $c : code )  accumulate( Violation( code == $c ); $n : count() )",
                "accumulated join | accumulate( Violation() and Violation(); $n : count() )",
                "not of a join    | not ( Violation( $c : code ) and Violation( code != $c ) )",
                "or of joins      | ( $a : Violation() or $a : Violation( code == \"LATE\" ) )  Violation( this != $a )"
            })
    void The_pairs_of_every_kind_of_join_are_counted(String kind, String conditions) {
        RulesEngine engine = engine(
                SAID + rule("waste", conditions, "Said( 1 )"),
                Budgets.builder()
                        .joinPairs(5_000)
                        .firings(1_000_000)
                        .insertions(1_000_000)
                        .build());

        BudgetExceededException breach = breach(engine, request("R-1", 100));

        assertThat(breach.budget()).as(kind).isEqualTo(Budget.JOIN_PAIRS);
        assertThat(breach.rule()).isEqualTo("tiering.waste");
        assertThat(breach.limit()).isEqualTo("5000 pairs of facts");
        assertThat(breach.faultOfThePack()).isTrue();
        assertThat(breach)
                .hasMessage("pack tiering v1, rule tiering.waste: exceeded the budget of 5000 pairs of facts; let the"
                        + " patterns of the rule share a field, so that fewer facts meet, or give fewer facts");
    }

    @Test
    void Rules_that_share_a_join_are_all_named() {
        String join = "Violation( $c : code )  not Violation( code != $c )";
        RulesEngine engine = engine(
                SAID + rule("waste-b", join, "Said( 1 )") + rule("waste-a", join, "Said( 2 )"),
                Budgets.builder().joinPairs(5_000).build());

        assertThat(breach(engine, request("R-1", 100)).rule()).isEqualTo("tiering.waste-a, tiering.waste-b");
    }

    @Test
    void A_join_that_never_completes_a_match_is_stopped_when_time_is_up() {
        RulesEngine engine = engine(
                SAID + rule("endless", """
                        $a : Violation( $code : code )
                          $b : Violation( this != $a )
                          $c : Violation( this != $b )
                          $d : Violation( this != $c )
                          Violation( code != $code, this != $d )""", "Said( 1 )"),
                Budgets.builder()
                        .joinPairs(1_000_000_000)
                        .time(Duration.ofMillis(100))
                        .build());
        assertDecides(engine);

        BudgetExceededException breach = breach(engine, request("R-1", 200));

        assertThat(breach.budget()).isEqualTo(Budget.DEADLINE);
        assertThat(breach.rule()).isEqualTo("tiering.endless");
        assertThat(breach.limit()).isEqualTo("100 ms");
    }

    @Test
    void Firings_are_counted_for_each_topic_and_run() {
        RulesEngine engine = engine(
                SAID + rule("each", "Violation()", "Said( 1 )"),
                Budgets.builder().firings(10).build());

        assertThat(engine.decide(request("R-1", 8)).has(TierAssigned.class)).isTrue();
        assertThat(engine.decide(request("R-1", 9)).has(TierAssigned.class)).isTrue();
        BudgetExceededException breach = breach(engine, request("R-1", 10));
        assertThat(breach.budget()).isEqualTo(Budget.FIRINGS);
        assertThat(breach.rule()).isEqualTo("tiering.each");
        assertThat(engine.decide(request("R-1", 9)).has(TierAssigned.class)).isTrue();
    }

    @Test
    void What_rules_insert_is_counted_for_each_topic_and_run() {
        RulesEngine engine = engine(
                SAID + rule("each", "Violation()", "Said( 1 )"),
                Budgets.builder().insertions(10).build());

        assertThat(engine.decide(request("R-1", 8)).has(TierAssigned.class)).isTrue();
        assertThat(engine.decide(request("R-1", 9)).has(TierAssigned.class)).isTrue();
        BudgetExceededException breach = breach(engine, request("R-1", 10));
        assertThat(breach.budget()).isEqualTo(Budget.INSERTIONS);
        assertThat(breach.limit()).isEqualTo("10 inserted facts");
    }

    @Test
    void A_number_that_doubles_its_digits_at_each_firing_is_stopped_long_before_memory_runs_out() {
        RulesEngine engine = engine(
                DEEP
                        + rule("first", "Violation()", "Deep( null, BigDecimal.valueOf( 15 ) )")
                        + rule("doubles", "Deep( $x : amount, amount != null )", "Deep( null, $x.multiply( $x ) )"),
                Budgets.STANDARD);

        BudgetExceededException breach = breach(engine, request("R-1", 1));

        assertThat(breach.budget()).isEqualTo(Budget.VALUE_SIZE);
        assertThat(breach.rule()).isEqualTo("tiering.doubles");
        assertThat(breach.limit()).isEqualTo("4000 characters, digits or elements for one value of a Deep");
    }

    @Test
    void An_explanation_that_doubles_at_each_step_is_stopped() {
        RulesEngine engine = engine(
                STEP
                        + rule("first", "Violation()", "Step( 1 )")
                        + rule("doubles", "Step( $n : number < 40 )  Step( number == $n )", "Step( $n + 1 )"),
                Budgets.STANDARD);
        RulesEngine explained = decidedBySteps("number == 40", Budgets.STANDARD);

        assertThat(engine.decide(request("R-1", 1)).has(TierAssigned.class))
                .as("nobody writes out what explains no outcome")
                .isTrue();
        assertThatThrownBy(() -> explained.decide(request("R-1", 1)))
                .isInstanceOfSatisfying(BudgetExceededException.class, breach -> {
                    assertThat(breach.budget()).isEqualTo(Budget.EXPLANATION);
                    assertThat(breach.rule()).isEqualTo("tiering.held");
                    assertThat(breach.limit()).isEqualTo("200000 nodes in all explanations");
                });
    }

    @Test
    void An_explanation_may_not_be_deeper_than_a_stack_can_write_out() {
        Budgets budgets = Budgets.builder().explanationDepth(10).build();

        // The outcome, its steps, the violation below the first.
        assertThat(decidedBySteps("number == 7", budgets)
                        .decide(request("R-1", 1))
                        .has(TierAssigned.class))
                .isTrue();
        assertThat(decidedBySteps("number == 8", budgets)
                        .decide(request("R-1", 1))
                        .has(TierAssigned.class))
                .isTrue();
        assertThatThrownBy(() -> decidedBySteps("number == 9", budgets).decide(request("R-1", 1)))
                .isInstanceOfSatisfying(BudgetExceededException.class, breach -> {
                    assertThat(breach.budget()).isEqualTo(Budget.EXPLANATION);
                    assertThat(breach.limit()).isEqualTo("10 nodes below one another");
                });
    }

    private static RulesEngine decidedBySteps(String condition, Budgets budgets) {
        BudgetPack pack = new BudgetPack(STEP
                + rule("first", "Violation()", "Step( 1 )")
                + rule("doubles", "Step( $n : number < 40 )  Step( number == $n )", "Step( $n + 1 )"));
        pack.put("rules/decide.drl", BudgetPack.DECIDE.replace("PerformanceWindow()", "Step( " + condition + " )"));
        return RulesEngines.builder()
                .packs(pack.source(), Trust.directoryForDevelopment())
                .budgets(budgets)
                .build();
    }

    @Test
    void A_request_with_more_facts_than_it_may_have_is_refused_before_any_pack_is_asked() {
        RulesEngine engine = engine("", Budgets.builder().facts(10).build());

        assertThat(engine.decide(request("R-1", 8)).has(TierAssigned.class)).isTrue();
        assertThat(engine.decide(request("R-1", 9)).has(TierAssigned.class)).isTrue();
        assertThatThrownBy(() -> engine.decide(request("R-1", 10)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "facts: the request has 11 facts; allowed are 10; give what the topics need, or let the host"
                                + " set larger Budgets");
    }

    @Test
    void A_request_with_more_elements_in_its_facts_than_it_may_have_is_refused() {
        RulesEngine engine = engine("", Budgets.builder().factElements(10).build());

        assertThat(engine.decide(withEvidence(9)).has(TierAssigned.class)).isTrue();
        assertThat(engine.decide(withEvidence(10)).has(TierAssigned.class)).isTrue();
        assertThatThrownBy(() -> engine.decide(withEvidence(11)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("11 elements in the lists of its facts; allowed are 10");
    }

    private static DecisionRequest withEvidence(int pieces) {
        DecisionRequest plain = healthy("R-1");
        return DecisionRequest.about("R-1")
                .topic(Topic.TIERING)
                .market(plain.market())
                .capacity(plain.capacity())
                .asOf(plain.asOf())
                .facts(plain.facts())
                .fact(BudgetPack.violation(1, pieces))
                .build();
    }

    @Test
    void Nothing_of_a_call_is_applied_when_one_topic_exceeds_its_budget() {
        List<String> heard = new ArrayList<>();
        RulesEngine engine = RulesEngines.builder()
                .packs(
                        new BudgetPack(SAID + rule("each", "Violation()", "Said( 1 )")).source(),
                        Trust.directoryForDevelopment())
                .budgets(Budgets.builder().firings(5).build())
                .listener(new DecisionListener() {
                    @Override
                    public void decided(DecisionRequest request, Decision decision) {
                        heard.add("decided " + request.riderId());
                    }

                    @Override
                    public void failed(DecisionRequest request, Topic topic, RuntimeException failure) {
                        heard.add("failed " + request.riderId() + " " + ((BudgetExceededException) failure).budget());
                    }
                })
                .build();

        breach(engine, request("R-1", 5));

        assertThat(heard).containsExactly("failed R-1 FIRINGS", "decided R-2");
    }

    @Test
    void A_budget_out_of_range_is_refused_by_name() {
        assertThatThrownBy(() -> Budgets.builder().firings(0).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Budgets.firings is 0; allowed: 1 to 1000000");
        assertThatThrownBy(() -> Budgets.builder().time(Duration.ZERO).build())
                .hasMessage("Budgets.time is PT0S; allowed: PT0.001S to PT1H");
        assertThatThrownBy(() -> Budgets.builder()
                        .buildTime(Duration.ofHours(1).plusNanos(1))
                        .build())
                .hasMessageContaining("Budgets.buildTime");
        assertThatThrownBy(() -> Budgets.builder()
                        .quarantine(5, 101, Duration.ofMinutes(1))
                        .build())
                .hasMessageContaining("Budgets.quarantinePercent is 101");
        assertThat(Budgets.builder().firings(1).build().run().firings()).isEqualTo(1);
        assertThat(Budgets.builder().firings(1_000_000).build().run().firings()).isEqualTo(1_000_000);
    }
}
