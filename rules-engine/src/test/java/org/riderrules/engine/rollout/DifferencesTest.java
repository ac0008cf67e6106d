package org.riderrules.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.NotGranted;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;

/** What counts as which difference; decisions of real packs are compared in ShadowTest. */
class DifferencesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 14);

    private static Decision decision(String check, Outcome... outcomes) {
        List<Because> because = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            because.add(new Because(outcome, new Evidence.EngineCheck(check, "found"), new TreeMap<>()));
        }
        return new Decision(
                null,
                "R-1",
                Topic.TIERING,
                "HK",
                Capacity.FLEET,
                null,
                DAY,
                Instant.EPOCH,
                List.of(outcomes),
                new Explanation(because),
                new Provenance(
                        "tiering", 1, "sha256:00", "sha256:01", "1", List.of(), List.of(), List.of(), List.of()));
    }

    private static Decision decision(Outcome... outcomes) {
        return decision("check", outcomes);
    }

    private static Outcome unknown(String subject, String field) {
        return new InsufficientData(subject, field);
    }

    private static Outcome tier(String tier, int rank) {
        return new TierAssigned(tier, rank, TierMovement.FIRST, DAY, DAY.plusMonths(1));
    }

    @Test
    void Equal_outcomes_for_equal_reasons_are_no_difference_in_any_order() {
        assertThat(Differences.between(
                        decision(unknown("A", "x"), unknown("B", "y")), decision(unknown("A", "x"), unknown("B", "y"))))
                .isEmpty();
    }

    @Test
    void One_tier_and_another_tier_are_a_change() {
        assertThat(Differences.between(decision(tier("GOLD", 2)), decision(tier("SILVER", 1))))
                .containsExactly(DifferenceKind.OUTCOME_CHANGED);
    }

    @Test
    void Among_several_of_a_type_the_code_says_which_is_which() {
        assertThat(Differences.between(
                        decision(unknown("A", "x"), unknown("B", "y")), decision(unknown("A", "x"), unknown("B", "z"))))
                .containsExactly(DifferenceKind.OUTCOME_CHANGED);
        assertThat(Differences.between(
                        decision(unknown("A", "x"), unknown("B", "y")), decision(unknown("A", "x"), unknown("C", "y"))))
                .containsExactly(DifferenceKind.OUTCOME_ADDED, DifferenceKind.OUTCOME_REMOVED);
    }

    @Test
    void More_or_fewer_outcomes_are_added_or_removed() {
        assertThat(Differences.between(decision(unknown("A", "x")), decision(unknown("A", "x"), unknown("B", "y"))))
                .containsExactly(DifferenceKind.OUTCOME_ADDED);
        assertThat(Differences.between(decision(unknown("A", "x"), unknown("B", "y")), decision(unknown("A", "x"))))
                .containsExactly(DifferenceKind.OUTCOME_REMOVED);
        assertThat(Differences.between(decision(unknown("A", "x"), unknown("A", "x")), decision(unknown("A", "x"))))
                .containsExactly(DifferenceKind.OUTCOME_REMOVED);
    }

    @Test
    void An_outcome_of_another_type_is_one_added_and_one_removed() {
        assertThat(Differences.between(decision(tier("GOLD", 2)), decision(new NotGranted("tiering"))))
                .containsExactly(DifferenceKind.OUTCOME_ADDED, DifferenceKind.OUTCOME_REMOVED);
    }

    @Test
    void Equal_outcomes_on_other_grounds_differ_in_the_reason_only() {
        assertThat(Differences.between(decision("needs", unknown("A", "x")), decision("check", unknown("A", "x"))))
                .containsExactly(DifferenceKind.REASON_ONLY);
    }

    @Test
    void A_review_on_one_side_is_that_and_nothing_else() {
        Decision review = decision(new NeedsReview("one-tier", "two tiers"));

        assertThat(Differences.between(decision(tier("GOLD", 2)), review))
                .containsExactly(DifferenceKind.CANDIDATE_NEEDS_REVIEW);
        assertThat(Differences.between(review, decision(tier("GOLD", 2))))
                .containsExactly(DifferenceKind.IN_FORCE_NEEDS_REVIEW);
        assertThat(Differences.between(review, review)).isEmpty();
        assertThat(Differences.between(review, decision(new NeedsReview("one-tier", "three tiers"))))
                .containsExactly(DifferenceKind.OUTCOME_CHANGED);
    }
}
