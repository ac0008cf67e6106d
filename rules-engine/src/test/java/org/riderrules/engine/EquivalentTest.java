package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.outcome.DetrimentRecommended;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.engine.json.DecisionJson;
import org.riderrules.engine.trust.Trust;

/** A market declares which outcomes are as hard as a suspension (law.md L1; programmes.md O24, rows 3 and 4). */
class EquivalentTest {
    private static final String ENTRY = """
            {"outcome": "TierAssigned", "where": {"tier": "BASE"}, "markets": ["HK"], "policy": "Charter 9",
             "remedy": "mend", "appealRoute": "appeal", "appealDays": 30, "source": "test"}""";

    private static SmallPack pack(String entry) {
        return new SmallPack()
                .with("pack.json", "\"withhold\": []", "\"withhold\": [], \"equivalent\": [" + entry + "]")
                .messages(SmallPack.MESSAGES + "mend = ride more\nappeal = write to us\n");
    }

    private static Decision decide(String entry, int orders) {
        return RulesEngines.create(pack(entry).source(), Trust.directoryForDevelopment())
                .decide(Requests.orders(orders, "99 %"));
    }

    @Test
    void O24_row_3_a_tier_without_loss_of_access_is_assigned_by_the_engine_with_its_explanation() {
        Decision decision = decide(ENTRY, 44);

        assertThat(decision.outcomes(TierAssigned.class))
                .extracting(TierAssigned::tier)
                .containsExactly("GOLD");
        assertThat(decision.explanation().ruleIds()).contains("tiering.assign");
    }

    @Test
    void O24_row_4_a_tier_that_is_equivalent_to_a_suspension_is_only_recommended() {
        Decision decision = decide(ENTRY, 1);

        assertThat(decision.has(TierAssigned.class)).isFalse();
        DetrimentRecommended recommended =
                decision.outcomes(DetrimentRecommended.class).get(0);
        assertThat(recommended.outcome()).isInstanceOf(TierAssigned.class);
        assertThat(recommended.about()).isEqualTo("BASE");
        assertThat(recommended.policy()).isEqualTo("Charter 9");
        assertThat(recommended.evidence()).hasSize(1).allMatch(fact -> fact.startsWith("PerformanceWindow"));
        assertThat(recommended.appealBy()).isEqualTo(Requests.DAY.plusDays(30));
        assertThat(recommended.validFrom()).isEqualTo(Requests.DAY);
        assertThat(recommended.validUntil()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(decision.explanation().because(recommended).texts()).containsOnlyKeys("mend", "appeal");
        assertThat(DecisionJson.readDecision(DecisionJson.write(decision))).isEqualTo(decision);
    }

    @Test
    void An_outcome_of_another_kind_or_day_is_left_alone() {
        for (String entry : List.of(
                ENTRY.replace("\"BASE\"", "\"GOLD\""),
                ENTRY.replace("\"source\"", "\"until\": \"2026-07-14\", \"source\""),
                ENTRY.replace("\"source\"", "\"from\": \"2026-07-15\", \"source\""))) {
            assertThat(decide(entry, 1).has(TierAssigned.class)).as(entry).isTrue();
        }
        assertThat(decide(ENTRY.replace("\"source\"", "\"from\": \"2026-07-14\", \"source\""), 1)
                        .has(DetrimentRecommended.class))
                .isTrue();
    }

    @Test
    void An_entry_that_names_what_there_is_not_does_not_load() {
        String[][] wrong = {
            {ENTRY.replace("TierAssigned", "TierAssignd"), "there is no outcome \"TierAssignd\"", "did you mean"},
            {ENTRY.replace("TierAssigned", "SanctionRecommended"), "that holds by itself", "known outcomes"},
            {
                ENTRY.replace("\"tier\":", "\"teir\":"),
                "no text, number or constant \"teir\"",
                "known components: tier, rank, movement"
            },
            {
                ENTRY.replace("{\"tier\": \"BASE\"}", "{\"movement\": \"DEMOTD\"}"),
                "is never \"DEMOTD\"",
                "did you mean DEMOTED?"
            },
            {ENTRY.replace("[\"HK\"]", "[\"NL\"]"), "\"NL\" is no market of this pack", "HK"},
            {ENTRY.replace("\"mend\"", "\"mand\""), "names mand, which has no text", "messages/"},
            {ENTRY.replace("30", "0"), "\"appealDays\" is the number 0", "1 or more"},
            {ENTRY.replace("\"source\"", "\"days\": 3, \"source\""), "has a last day of its own", "delete \"days\""},
            {
                ENTRY.replace("TierAssigned\", \"where\": {\"tier\": \"BASE\"}", "GateClosed\""),
                "GateClosed has no last day of its own",
                "add \"days\""
            },
            {
                ENTRY.replace("TierAssigned\", \"where\": {\"tier\": \"BASE\"}", "TierShielded\""),
                "no rule of tiering v1 gives TierShielded",
                "delete the entry"
            },
        };
        for (String[] each : wrong) {
            assertThatExceptionOfType(PackProblemsException.class)
                    .as(each[0])
                    .isThrownBy(() -> decide(each[0], 1))
                    .withMessageContaining(each[1])
                    .withMessageContaining(each[2])
                    .withMessageContaining("tiering/v1/pack.json:");
        }
    }
}
