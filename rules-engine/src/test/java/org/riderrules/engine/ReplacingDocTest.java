package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.RolloutEvent;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.trust.Trust;
import org.riderrules.engine.watch.DirectoryWatch;

/** docs/replacing.md cannot drift: its Java is that of {@link Replacing}, which is run here. */
class ReplacingDocTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SOURCE = ROOT.resolve("rules-engine/src/test/java/org/riderrules/engine/Replacing.java");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```");

    private final List<RolloutEvent> events = new ArrayList<>();

    @Test
    void Every_block_of_Java_is_part_of_the_code_that_is_run_here() throws IOException {
        String source = unindented(Files.readString(SOURCE));
        Matcher blocks = JAVA.matcher(Files.readString(ROOT.resolve("docs/replacing.md")));
        int found = 0;
        while (blocks.find()) {
            found++;
            assertThat(source).contains(unindented(blocks.group(1)));
        }
        assertThat(found).isEqualTo(7);
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void The_code_does_what_the_page_says(@TempDir Path directory) {
        Replacing host = new Replacing(
                new SmallPack().source(),
                Candidates.strict()
                        .file("cases/gold.yaml", Candidates.goldAt(60))
                        .source(),
                Trust.directoryForDevelopment());
        ManagedRulesEngine engine = host.start(events::add);
        String before = engine.standing().inForce().toString();

        host.replace(engine);
        host.rollBack(engine);
        Shadow shadow = host.shadow(engine, Runnable::run);
        engine.decide(Requests.orders(Candidates.BETWEEN, "97 %"));
        Canary canary = host.decideAbout(shadow);
        host.finish(canary);

        assertThat(host.printed().lines())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1 cases passed, in force: 1 pack version (sha256:"),
                        line -> assertThat(line).isEqualTo("in force again: " + before),
                        line -> assertThat(line)
                                .isEqualTo("1 requests compared, 0 skipped;"
                                        + " tiering: 1 of 1 different (OUTCOME_CHANGED 1)"),
                        line -> assertThat(line).contains("GOLD").contains("SILVER"));
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "Replaced", "RolledBack", "ShadowStarted", "CanaryStarted", "ShareChanged", "Abandoned");
        try (DirectoryWatch watch = host.watch(engine, directory)) {
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void Packs_that_are_refused_are_printed_with_place_and_mend() {
        Replacing host = new Replacing(
                new SmallPack().source(),
                Candidates.strict()
                        .file("cases/gold.yaml", Candidates.goldAt(50))
                        .source(),
                Trust.directoryForDevelopment());

        host.replace(host.start(events::add));

        assertThat(host.printed()).contains("tiering/v1/cases/gold.yaml:1: case-failed");
    }
}
