package org.riderrules.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.GateClosed;
import org.riderrules.api.outcome.GateOpened;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.PointsInForce;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;

class CaseRunnerTest {
    private static final TierAssigned GOLD =
            new TierAssigned("GOLD", 3, TierMovement.KEPT, LocalDate.of(2026, 7, 14), LocalDate.of(2026, 9, 1));

    @Test
    void a_case_passes_when_everything_it_names_is_so() {
        assertThat(run(
                        "{ TierAssigned: { tier: GOLD, rank: 3, movement: KEPT, validUntil: 2026-09-01 },"
                                + " because: [tiering.qualifies], not: [tiering.shielded], no: [TierShielded] }",
                        GOLD))
                .isEmpty();
    }

    @Test
    void a_wrong_component_is_told_with_what_it_is() {
        assertThat(run("{ TierAssigned: { tier: SILVER, rank: 3, movement: DEMOTED } }", GOLD))
                .first()
                .asString()
                .isEqualTo("expected TierAssigned { movement: DEMOTED, rank: 3, tier: SILVER }, but movement is KEPT"
                        + " and tier is GOLD");
    }

    @Test
    void an_outcome_that_is_not_there_is_told() {
        assertThat(run("{ TierShielded: {} }", GOLD)).containsExactly("expected TierShielded {  }, but there is none");
    }

    @Test
    void a_map_means_exactly_one_outcome_of_this_type() {
        GateOpened orders = new GateOpened("TAKE_ORDERS", null);
        GateOpened promotion = new GateOpened("BE_PROMOTED", null);

        assertThat(run("{ GateOpened: {} }", orders)).isEmpty();
        assertThat(run("{ GateOpened: { gate: TAKE_ORDERS } }", orders, promotion))
                .containsExactly("expected 1 of GateOpened and this is none of them: " + promotion);
    }

    @Test
    void a_list_means_exactly_these_in_any_order_also_when_the_first_fit_is_the_wrong_one() {
        GateOpened orders = new GateOpened("TAKE_ORDERS", null);
        GateOpened promotion = new GateOpened("BE_PROMOTED", LocalDate.of(2027, 1, 1));

        assertThat(run("{ GateOpened: [ { gate: BE_PROMOTED }, { gate: TAKE_ORDERS } ] }", orders, promotion))
                .isEmpty();
        assertThat(run("{ GateOpened: [ {}, { gate: TAKE_ORDERS } ] }", orders, promotion))
                .isEmpty();
        assertThat(run("{ GateOpened: [ { gate: TAKE_ORDERS } ] }", orders, promotion))
                .hasSize(1);
        assertThat(run("{ GateOpened: [ {}, {}, {} ] }", orders, promotion))
                .containsExactly("expected GateOpened {  }, but there is none");
    }

    @Test
    void null_means_absent() {
        GateOpened forever = new GateOpened("TAKE_ORDERS", null);

        assertThat(run("{ GateOpened: { validUntil: null } }", forever)).isEmpty();
        assertThat(run("{ GateOpened: { validUntil: 2027-01-01 } }", forever))
                .first()
                .asString()
                .contains("validUntil is null");
        assertThat(run("{ GateOpened: { validUntil: null } }", new GateOpened("TAKE_ORDERS", LocalDate.of(2027, 1, 1))))
                .first()
                .asString()
                .contains("validUntil is 2027-01-01");
    }

    @Test
    void decimals_are_equal_by_value() {
        PointsInForce points = new PointsInForce(new BigDecimal("4.50"), new BigDecimal("12"));

        assertThat(run("{ PointsInForce: { points: 4.5, limit: 12.00 } }", points))
                .isEmpty();
        assertThat(run("{ PointsInForce: { points: 4.51 } }", points)).hasSize(1);
    }

    @Test
    void other_outcomes_are_allowed_unless_only_is_set() {
        GateClosed closed = new GateClosed("BE_PROMOTED", "training.refresh");
        GateOpened open = new GateOpened("TAKE_ORDERS", null);

        assertThat(run("{ GateOpened: {} }", open, closed)).isEmpty();
        assertThat(run("{ GateOpened: {}, only: true }", open, closed))
                .containsExactly("expected nothing else, but got " + closed);
        assertThat(run("{ no: [GateOpened] }", closed)).isEmpty();
        assertThat(run("{ GateOpened: [] }", open)).containsExactly("expected no GateOpened, but got " + open);
    }

    @Test
    void rules_that_do_not_stand_in_the_explanation_or_must_not_are_told() {
        assertThat(run("{ because: [tiering.keeps, tiering.idle] }", GOLD))
                .containsExactly(
                        "expected tiering.keeps in the explanation, where it does not stand",
                        "expected tiering.idle in the explanation, where it does not stand, though it fired:"
                                + " no outcome rests on it");
        assertThat(run("{ not: [tiering.qualifies] }", GOLD))
                .containsExactly("expected tiering.qualifies not to stand in the explanation, where it does");
    }

    @Test
    void another_version_than_that_of_the_folder_is_told_unless_it_is_expected() {
        assertThat(CaseRunner.run(deciding(1, GOLD), Topic.TIERING, example("{ TierAssigned: {} }"))
                        .differences())
                .singleElement()
                .asString()
                .contains("expected v2")
                .contains("v1 did")
                .contains("\"version: 1\"");
        assertThat(CaseRunner.run(deciding(1, GOLD), Topic.TIERING, example("{ TierAssigned: {}, version: 1 }"))
                        .passed())
                .isTrue();
    }

    @Test
    void that_no_pack_is_in_force_can_be_expected() {
        RulesEngine none = failing(new NoPackInForceException("tiering", "HK", "2026-07-14", "nothing is loaded"));
        RulesEngine other = failing(new NoPackInForceException("training", "HK", "2026-07-14", "nothing is loaded"));
        Case expecting = example("{ NoPackInForce: {} }");

        assertThat(CaseRunner.run(none, Topic.TIERING, expecting).passed()).isTrue();
        assertThat(CaseRunner.run(other, Topic.TIERING, expecting).passed()).isFalse();
        assertThat(CaseRunner.run(deciding(2, GOLD), Topic.TIERING, expecting).differences())
                .containsExactly("expected no pack in force, but tiering v2 decided");
        assertThat(CaseRunner.run(none, Topic.TIERING, example("{ TierAssigned: {} }"))
                        .differences())
                .singleElement()
                .asString()
                .contains("no version of a pack decides tiering");
    }

    @Test
    void a_refusal_of_the_engine_is_told() {
        RulesEngine engine = failing(new BudgetExceededException(
                "tiering v2", "none", BudgetExceededException.Budget.FIRINGS, "10 firings"));

        assertThat(CaseRunner.run(engine, Topic.TIERING, example("{ TierAssigned: {} }"))
                        .differences())
                .singleElement()
                .asString()
                .startsWith("the engine refused to decide");
    }

    @Test
    void a_failed_case_reads_with_its_place_its_sentence_and_the_decision() {
        CaseResult result = CaseRunner.run(deciding(2, GOLD), Topic.TIERING, example("{ TierShielded: {} }"));

        assertThat(result.toString())
                .startsWith("tiering/v2/cases/all.yaml:1: A case")
                .contains("- expected TierShielded")
                .contains("decided: R-1 tiering HK 2026-07-14 (v2)")
                .contains("[tiering.qualifies]");
    }

    private static List<String> run(String expect, Outcome... outcomes) {
        // Outcomes of any topic may be tried here, so the case stands in no pack.
        Case example = example("all.yaml", expect);
        return CaseRunner.run(deciding(2, outcomes), Topic.TIERING, example).differences();
    }

    private static Case example(String expect) {
        return example("tiering/v2/cases/all.yaml", expect);
    }

    private static Case example(String path, String expect) {
        List<PackProblem> problems = new ArrayList<>();
        List<Case> cases =
                CaseFile.read(path, "- name: A case\n  asOf: 2026-07-14\n  market: HK\n  expect: " + expect, problems);
        assertThat(problems).isEmpty();
        return cases.get(0);
    }

    private static RulesEngine deciding(int version, Outcome... outcomes) {
        RuleRef rule =
                new RuleRef("tiering.qualifies", "A rider may qualify.", "Charter 1", "tiering/v2/rules/decide.drl", 7);
        Evidence fired = new Evidence.FiredRule(
                rule, new Reason("tiering.qualifies", new TreeMap<>()), new TreeMap<>(), List.of());
        List<Because> because = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            because.add(new Because(outcome, fired, new TreeMap<>()));
        }
        Decision decision = new Decision(
                null,
                Case.RIDER,
                Topic.TIERING,
                "HK",
                Capacity.CROWDSOURCED,
                null,
                LocalDate.of(2026, 7, 14),
                Instant.EPOCH,
                List.of(outcomes),
                new Explanation(because),
                new Provenance(
                        "tiering",
                        version,
                        "sha256:0",
                        "sha256:0",
                        "test",
                        List.of(),
                        List.of("tiering.idle", "tiering.qualifies"),
                        List.of(),
                        List.of()));
        return new ByHand(List.of(decision), null);
    }

    private static RulesEngine failing(RiderRulesException failure) {
        return new ByHand(List.of(), failure);
    }

    /** An engine that decides what it was told to. */
    private record ByHand(List<Decision> decisions, RiderRulesException failure) implements RulesEngine {
        @Override
        public Decision decide(DecisionRequest request) {
            return decideAll(request).get(0);
        }

        @Override
        public List<Decision> decideAll(DecisionRequest request) {
            if (failure != null) {
                throw failure;
            }
            return decisions;
        }

        @Override
        public List<PackInfo> packs() {
            return List.of();
        }
    }
}
