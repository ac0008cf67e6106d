package org.riderrules.api.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.outcome.NotGranted;

class ExplanationTest {
    private static final NotGranted TIERING = new NotGranted("tiering");
    private static final NotGranted WELFARE = new NotGranted("welfare");

    private static Evidence.FiredRule rule(String id, Evidence... grounds) {
        return new Evidence.FiredRule(
                new RuleRef(id, "A rider may.", "Charter", "a.drl", 1),
                new Reason(id, new TreeMap<>()),
                new TreeMap<>(),
                List.of(grounds));
    }

    private static Because because(NotGranted outcome, Evidence grounds) {
        return new Because(outcome, grounds, new TreeMap<>());
    }

    private static List<String> visited(Explanation explanation) {
        List<String> visited = new ArrayList<>();
        explanation.visit(node -> visited.add(
                node instanceof Evidence.FiredRule rule
                        ? rule.rule().id()
                        : node.getClass().getSimpleName()));
        return visited;
    }

    @Test
    void A_node_is_visited_once_and_before_its_grounds() {
        Evidence.FiredRule shared =
                rule("shared", new Evidence.FactUsed(RiderProfile.builder().build()));
        Explanation explanation = new Explanation(List.of(
                because(
                        TIERING,
                        rule("b", new Evidence.DayUsed("2026-11-01"), shared, new Evidence.NoneFound("Appeal"))),
                because(WELFARE, rule("a", shared, shared))));
        assertThat(visited(explanation)).containsExactly("b", "DayUsed", "shared", "FactUsed", "NoneFound", "a");
        assertThat(explanation.ruleIds()).containsExactly("a", "b", "shared");
    }

    @Test
    void A_deep_explanation_of_shared_nodes_is_visited_in_linear_time() {
        Evidence.FiredRule node = rule("r0");
        for (int i = 1; i < 5_000; i++) {
            node = rule("r" + i, node, node, node);
        }
        Explanation explanation = new Explanation(List.of(because(TIERING, node)));
        assertThat(visited(explanation)).hasSize(5_000);
        assertThat(explanation.ruleIds()).hasSize(5_000);
    }

    @Test
    void What_an_outcome_rests_on_is_found_by_the_outcome() {
        Because tiering = because(TIERING, rule("a"));
        Explanation explanation = new Explanation(List.of(because(WELFARE, rule("b")), tiering));
        assertThat(explanation.because(new NotGranted("tiering"))).isSameAs(tiering);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explanation.because(new NotGranted("training")))
                .withMessageContaining("NotGranted[subject=training]");
    }

    @Test
    void An_outcome_rests_on_a_rule_or_a_check_of_the_engine() {
        assertThat(because(TIERING, new Evidence.EngineCheck("needs", "nothing")))
                .isNotNull();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> because(TIERING, new Evidence.DayUsed("2026-11-01")))
                .withMessage("Because.grounds is DayUsed; allowed: a FiredRule or an EngineCheck");
    }

    @Test
    void The_ids_of_the_rules_cannot_be_changed() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> new Explanation(List.of()).ruleIds().add("x"));
    }

    @Test
    void A_row_says_where_it_stands() {
        assertThat(new TableRow(
                                "TierThreshold",
                                "tiering/v2/tables/TierThreshold.csv",
                                7,
                                new TreeMap<>(),
                                "*",
                                "*",
                                "*",
                                null,
                                null,
                                "Charter")
                        .where())
                .isEqualTo("tiering/v2/tables/TierThreshold.csv:7");
    }
}
