package org.riderrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.GateClosed;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.NotGranted;
import org.riderrules.api.outcome.Outcome;

class DecisionTest {
    private static final GateClosed CLOSED = new GateClosed("TAKE_ORDERS", "training.remedy");
    private static final NeedsReview REVIEW = new NeedsReview("one-tier", "two tiers");

    private static Decision decision(List<Outcome> outcomes, Because... because) {
        return new Decision(
                null,
                "R-1001",
                Topic.TRAINING,
                "HK",
                Capacity.FLEET,
                null,
                LocalDate.of(2026, 11, 1),
                Instant.parse("2026-11-01T08:30:00Z"),
                outcomes,
                new Explanation(List.of(because)),
                new Provenance(
                        "training", 3, "sha256:0", "sha256:1", "0.1", List.of(), List.of(), List.of(), List.of()));
    }

    private static Decision closedAndReviewed() {
        Evidence.FiredRule rule = new Evidence.FiredRule(
                new RuleRef("training.closes", "A rider must not ride.", "Policy 4", "training/v3/rules/d.drl", 9),
                new Reason(
                        "training.closes", new TreeMap<>(Map.of("en", "{module} is open", "pt-BR", "{module} falta"))),
                new TreeMap<>(Map.of("module", "SAFETY")),
                List.of());
        return decision(
                List.of(CLOSED, REVIEW),
                new Because(
                        CLOSED,
                        rule,
                        new TreeMap<>(Map.of(
                                "training.remedy",
                                new Reason("training.remedy", new TreeMap<>(Map.of("en", "Take {module}.")))))),
                new Because(REVIEW, new Evidence.EngineCheck("one-tier", "GOLD and SILVER"), new TreeMap<>()));
    }

    @Test
    void The_summary_has_a_line_for_each_outcome_with_its_reason_and_texts() {
        assertThat(closedAndReviewed().summary(Locale.ENGLISH)).isEqualTo("""
                        R-1001 training HK 2026-11-01 (v3)
                        GateClosed TAKE_ORDERS: SAFETY is open Take SAFETY.
                        NeedsReview one-tier: GOLD and SILVER""");
    }

    @Test
    void The_summary_speaks_the_readers_language_and_English_where_a_text_is_missing() {
        assertThat(closedAndReviewed().summary(Locale.forLanguageTag("pt-BR")))
                .contains("GateClosed TAKE_ORDERS: SAFETY falta Take SAFETY.");
        assertThat(closedAndReviewed().summary(Locale.forLanguageTag("sw"))).contains("SAFETY is open");
    }

    @Test
    void Outcomes_are_found_by_type() {
        Decision decision = closedAndReviewed();
        assertThat(decision.outcomes(GateClosed.class)).containsExactly(CLOSED);
        assertThat(decision.outcomes(Outcome.class)).containsExactly(CLOSED, REVIEW);
        assertThat(decision.outcomes(NotGranted.class)).isEmpty();
        assertThat(decision.has(NeedsReview.class)).isTrue();
        assertThat(decision.has(NotGranted.class)).isFalse();
    }

    @Test
    void A_decision_without_an_outcome_does_not_exist() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> decision(List.of()))
                .withMessage("Decision.outcomes is empty; allowed: at least one outcome");
    }
}
