package org.riderrules.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

class PackCasesTest {
    private static final String RULES = """
            package tiering;
            // @id("tiering.commented-out")
            /* rule "An old one." @id("tiering.removed") */
            rule "A rider who says @id(\\"x\\") may qualify."
              @id("tiering.qualifies")
              @reason("tiering.qualifies")
            when then end
            rule "A new rider must be shielded." @id( "tiering.shielded" )
            when then end
            """;

    @Test
    void the_cases_of_all_packs_are_found_by_file_and_line() throws IOException {
        PackCases cases = PackCases.of(source(
                file("tiering/v2/rules/qualify.drl", RULES),
                file("tiering/v1/rules/qualify.drl", RULES),
                file("tiering/v2/cases/b.yaml", example("Third", "TierAssigned: {}")),
                file(
                        "tiering/v2/cases/a.yaml",
                        example("First", "TierAssigned: {}") + example("Second", "TierAssigned: {}")),
                file("tiering/v1/cases/a.yaml", example("Earliest", "NoPackInForce: {}")),
                file("tiering/v2/cases/notes/readme.txt", "no case")));

        assertThat(cases.cases())
                .extracting(PackCases.PackCase::toString)
                .containsExactly(
                        "tiering v1 | Earliest", "tiering v2 | First", "tiering v2 | Second", "tiering v2 | Third");
    }

    @Test
    void rules_are_known_by_their_ids_and_comments_hold_none() throws IOException {
        PackCases cases = PackCases.of(source(file("tiering/v2/rules/qualify.drl", RULES)));

        assertThat(cases.rules(Topic.TIERING, 2)).containsExactly("tiering.qualifies", "tiering.shielded");
        assertThat(cases.rules(Topic.TIERING, 3)).isEmpty();
        assertThat(cases.rules(Topic.WELFARE, 2)).isEmpty();
    }

    @Test
    void coverage_tells_which_rules_no_case_speaks_about() throws IOException {
        PackCases cases = PackCases.of(source(
                file("tiering/v1/rules/qualify.drl", RULES),
                file("tiering/v2/rules/qualify.drl", RULES),
                file(
                        "tiering/v2/cases/a.yaml",
                        example("First", "because: [tiering.qualifies]")
                                + example("Second", "version: 1, not: [tiering.shielded]"))));

        assertThat(cases.coverage()).hasSize(2);
        PackCases.Coverage first = cases.coverage().get(0);
        assertThat(first.cases()).isZero();
        assertThat(first.neverBecause()).containsExactly("tiering.qualifies", "tiering.shielded");
        assertThat(first.neverNot()).containsExactly("tiering.qualifies");
        PackCases.Coverage second = cases.coverage().get(1);
        assertThat(second.cases()).isEqualTo(2);
        assertThat(second.neverBecause()).containsExactly("tiering.shielded");
        assertThat(second.neverNot()).containsExactly("tiering.qualifies", "tiering.shielded");
    }

    @Test
    void a_rule_that_the_pack_does_not_have_is_a_problem_because_not_would_never_fail() {
        assertThatThrownBy(() -> PackCases.of(source(
                        file("tiering/v2/rules/qualify.drl", RULES),
                        file("tiering/v2/cases/a.yaml", example("First", "not: [tiering.sheilded]")))))
                .isInstanceOf(PackProblemsException.class)
                .hasMessageContaining("tiering/v2/cases/a.yaml:1")
                .hasMessageContaining("case-unknown-rule")
                .hasMessageContaining("did you mean tiering.shielded?");
    }

    @Test
    void problems_of_all_files_are_told_together() {
        assertThatThrownBy(() -> PackCases.of(source(
                        file("tiering/v2/cases/a.yaml", "x"),
                        file("tiering/v2/cases/b.yaml", example("First", "TierAssignd: {}")))))
                .isInstanceOfSatisfying(
                        PackProblemsException.class,
                        e -> assertThat(e.problems()).hasSize(2));
    }

    private static String example(String name, String expect) {
        return "- name: " + name + "\n  asOf: 2026-07-14\n  market: HK\n  expect: { " + expect + " }\n";
    }

    private static PackFile file(String path, String text) {
        return new PackFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static PackSource source(PackFile... files) {
        return new PackSource() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public List<PackFile> files() {
                return Arrays.asList(files);
            }
        };
    }
}
