package org.riderrules.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.SmallPack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an author sees of {@code rules check} and {@code rules test} on a folder of his own. */
class AuthorCommandsTest {
    private static final String CASES = """
            - name: On 1 November 2026, 44 orders at 95 % on time is Gold
              asOf: 2026-11-01
              market: HK
              given: { PerformanceWindow: { periodFrom: 2026-10-01, periodUntil: 2026-11-01, completedOrders: 44, onTimeRate: 0.95 } }
              expect: { TierAssigned: { tier: GOLD }, because: [tiering.qualifies, tiering.assign] }
            - name: On 1 November 2026, one order fewer is Silver
              asOf: 2026-11-01
              market: HK
              given: { PerformanceWindow: { periodFrom: 2026-10-01, periodUntil: 2026-11-01, completedOrders: 43, onTimeRate: 0.95 } }
              expect: { TierAssigned: { tier: SILVER }, because: [tiering.qualifies] }
            """;

    @TempDir
    private Path packs;

    @BeforeEach
    void aRightPackWithCases() throws IOException {
        for (PackFile file :
                new SmallPack().file("cases/tiers.yaml", CASES).source().files()) {
            Path path = packs.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.content());
        }
    }

    @Test
    void A_folder_without_a_problem_is_checked_in_silence() {
        assertThat(CommandRun.of("check", packs.toString())).isEqualTo(new CommandRun(0, "", ""));
        assertThat(CommandRun.of("check", "--format", "json", packs.toString()).out())
                .isEqualTo("{\"problems\":[]}\n");
    }

    @Test
    void Problems_of_rules_tables_and_cases_are_told_together_each_with_its_place_and_how_to_mend_it()
            throws IOException {
        change("rules/qualify.drl", "$t.minOrders", "$t.minOrdrs");
        change("tables/TierThreshold.csv", "HK,GOLD,2,44", "HK,GOLD,2,many");
        change("cases/tiers.yaml", "[tiering.qualifies]", "[tiering.qualified]");

        CommandRun check = CommandRun.of("check", packs.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains("tiering/v1/rules/qualify.drl:12:", ": unknown-field: rule \"", "maybe you meant minOrders")
                .contains("tiering/v1/tables/TierThreshold.csv:4:11: ", "many")
                .contains("tiering/v1/cases/tiers.yaml:6: case-unknown-rule: ", "did you mean tiering.qualifies?");
        assertThat(check.err()).isEqualTo("3 problems\n");
    }

    @Test
    void Machines_get_the_same_problems_as_json_and_as_sarif() throws IOException {
        change("rules/qualify.drl", "$t.minOrders", "$t.minOrdrs");

        JsonNode json = JsonMapper.shared()
                .readTree(CommandRun.of("check", "--format", "json", packs.toString())
                        .out())
                .path("problems");
        JsonNode sarif = JsonMapper.shared()
                .readTree(CommandRun.of("check", "--format", "sarif", packs.toString())
                        .out());

        assertThat(json).hasSize(1);
        assertThat(json.path(0).path("code").asString()).isEqualTo("unknown-field");
        assertThat(json.path(0).path("line").asInt()).isEqualTo(12);
        assertThat(sarif.path("version").asString()).isEqualTo("2.1.0");
        JsonNode run = sarif.path("runs").path(0);
        assertThat(run.path("tool")
                        .path("driver")
                        .path("rules")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo("unknown-field");
        JsonNode result = run.path("results").path(0);
        assertThat(result.path("ruleId").asString()).isEqualTo("unknown-field");
        assertThat(result.path("message").path("text").asString()).contains("minOrdrs", "To mend it: maybe you meant");
        JsonNode place = result.path("locations").path(0).path("physicalLocation");
        assertThat(place.path("artifactLocation").path("uri").asString()).isEqualTo("tiering/v1/rules/qualify.drl");
        assertThat(place.path("region").path("startLine").asInt()).isEqualTo(12);
        assertThat(place.path("region").path("startColumn").asInt())
                .isEqualTo(json.path(0).path("column").asInt());
        assertThat(run.path("originalUriBaseIds").path("PACKS").path("uri").asString())
                .isEqualTo(packs.toUri().toString());
    }

    @Test
    void A_folder_that_is_not_there_is_not_the_same_as_a_problem_in_it() {
        CommandRun check = CommandRun.of("check", packs.resolve("nowhere").toString());

        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.out()).contains("source-missing", "correct the path");
        assertThat(CommandRun.of("test", packs.resolve("nowhere").toString()).exitCode())
                .isEqualTo(3);
    }

    @Test
    void Cases_that_hold_are_counted() {
        assertThat(CommandRun.of("test", packs.toString())).isEqualTo(new CommandRun(0, "2 cases, 0 failed\n", ""));
    }

    @Test
    void A_failing_case_is_told_with_its_sentence_the_difference_and_the_way_there() throws IOException {
        change("tables/TierThreshold.csv", "HK,GOLD,2,44", "HK,GOLD,2,45");

        CommandRun test = CommandRun.of("test", packs.toString());

        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.out())
                .contains("tiering/v1/cases/tiers.yaml:1: On 1 November 2026, 44 orders at 95 % on time is Gold")
                .contains("  - expected TierAssigned { tier: GOLD }, but tier is SILVER")
                .contains("tiering/v1/rules/qualify.drl:6: tiering.qualifies: completed 44 orders")
                .contains("tiering/v1/tables/TierThreshold.csv:3: TierThreshold {minOnTime=90 %, minOrders=20")
                .doesNotContain("one order fewer")
                .endsWith("2 cases, 1 failed\n");
    }

    @Test
    void Cases_are_not_run_on_packs_that_do_not_load() throws IOException {
        change("rules/qualify.drl", "$t.minOrders", "$t.minOrdrs");

        CommandRun test = CommandRun.of("test", packs.toString());

        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.out()).isEmpty();
        assertThat(test.err()).contains("unknown-field", "nothing loaded");
    }

    private void change(String name, String before, String after) throws IOException {
        Path path = packs.resolve("tiering/v1").resolve(name);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }
}
