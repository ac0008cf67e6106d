package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.engine.rollout.Cases;
import org.riderrules.engine.rollout.Replacement;
import org.riderrules.engine.trust.Trust;

/** Packs pass the cases in their own folders before they decide about anybody. */
class OwnCasesTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();
    private static final String CASES = "cases/gold.yaml";

    private final List<Decision> heard = new ArrayList<>();

    private ManagedRulesEngine engine(Cases cases) {
        return RulesEngines.builder()
                .packs(new SmallPack().source(), TRUST)
                .listener((request, decision) -> heard.add(decision))
                .cases(cases)
                .build();
    }

    private static List<PackProblem> refused(ManagedRulesEngine engine, SmallPack next) {
        PackProblemsException refused =
                catchThrowableOfType(PackProblemsException.class, () -> engine.replacePacks(next.source(), TRUST));
        assertThat(refused).as("the packs were replaced").isNotNull();
        return refused.problems();
    }

    @Test
    void Packs_that_pass_their_cases_go_into_force_and_nobody_hears_of_the_trial() {
        ManagedRulesEngine engine = engine(Cases.ON_REPLACEMENT);

        Replacement replacement = engine.replacePacks(
                new SmallPack()
                        .file(CASES, Candidates.goldAt(44) + Candidates.goldAt(45))
                        .source(),
                TRUST);

        assertThat(replacement.casesPassed()).isEqualTo(2);
        assertThat(replacement.after()).isEqualTo(engine.standing().inForce());
        assertThat(replacement.before()).isNotEqualTo(replacement.after());
        assertThat(heard).isEmpty();
    }

    @Test
    void A_failing_case_refuses_the_packs_with_its_sentence_its_place_what_was_expected_and_what_was_found() {
        ManagedRulesEngine engine = engine(Cases.ON_REPLACEMENT);
        String before = engine.standing().inForce().digest();

        List<PackProblem> problems = refused(engine, Candidates.strict().file(CASES, Candidates.goldAt(50)));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("case-failed");
        assertThat(problems.get(0).where()).isEqualTo("tiering/v1/cases/gold.yaml:1");
        assertThat(problems.get(0).what())
                .contains("A rider with 50 orders and 97 % on time must be Gold")
                .contains("tiering v1")
                .contains("expected TierAssigned { tier: GOLD }, but tier is SILVER");
        assertThat(problems.get(0).mend()).contains("rules").contains("case");
        assertThat(engine.standing().inForce().digest()).isEqualTo(before);
        assertThat(engine.decide(Requests.orders(50, "97 %")).outcomes().get(0).code())
                .isEqualTo("GOLD");
    }

    @Test
    void All_cases_that_fail_are_told_together_and_those_that_pass_are_not() {
        List<PackProblem> problems = refused(
                engine(Cases.ON_REPLACEMENT),
                Candidates.strict().file(CASES, Candidates.goldAt(59) + Candidates.goldAt(60) + Candidates.goldAt(44)));

        assertThat(problems).extracting(PackProblem::line).containsExactly(1, 15);
    }

    @Test
    void A_case_that_cannot_be_read_or_names_a_rule_that_is_not_there_refuses_the_packs() {
        assertThat(refused(
                                engine(Cases.ON_REPLACEMENT),
                                new SmallPack()
                                        .file(CASES, Candidates.goldAt(44).replace("asOf", "asOff")))
                        .get(0)
                        .mend())
                .contains("asOf");
        assertThat(refused(
                        engine(Cases.ON_REPLACEMENT),
                        new SmallPack().file(CASES, Candidates.goldAt(44) + "    because: [tiering.asign]\n")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("case-unknown-rule");
                    assertThat(problem.mend()).contains("tiering.assign");
                });
    }

    @Test
    void A_host_that_says_never_puts_packs_in_force_untried() {
        ManagedRulesEngine engine = engine(Cases.NEVER);

        Replacement replacement = engine.replacePacks(
                Candidates.strict().file(CASES, Candidates.goldAt(50)).source(), TRUST);

        assertThat(replacement.casesPassed()).isZero();
        assertThat(engine.decide(Requests.orders(50, "97 %")).outcomes().get(0).code())
                .isEqualTo("SILVER");
    }

    @Test
    void The_first_packs_are_tried_only_when_the_host_says_always() {
        SmallPack failing = Candidates.strict().file(CASES, Candidates.goldAt(50));

        assertThat(RulesEngines.builder().packs(failing.source(), TRUST).build().packs())
                .hasSize(1);
        assertThatThrownBy(() -> RulesEngines.builder()
                        .packs(failing.source(), TRUST)
                        .cases(Cases.ALWAYS)
                        .build())
                .isInstanceOf(PackProblemsException.class)
                .hasMessageContaining("case-failed");
    }

    @Test
    void A_candidate_for_a_trial_is_tried_on_its_cases_too() {
        ManagedRulesEngine engine = engine(Cases.ON_REPLACEMENT);
        SmallPack failing = Candidates.strict().file(CASES, Candidates.goldAt(50));

        assertThatThrownBy(() -> engine.shadow(failing.source(), TRUST)).isInstanceOf(PackProblemsException.class);
        assertThatThrownBy(() -> engine.canary(failing.source(), TRUST, 100)).isInstanceOf(PackProblemsException.class);
        assertThat(engine.trial()).isNull();
    }
}
