package org.riderrules.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.engine.json.DecisionJson;

class QuickstartTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void The_sample_is_decided_counted_written_and_explained() throws IOException {
        Path decisions = folder.resolve("new/decisions.jsonl");

        assertThat(run("--out", decisions.toString())).isZero();

        assertThat(Files.readAllLines(decisions)).hasSize(250).allSatisfy(DecisionJson::readDecision);
        assertThat(out())
                .contains("50  riders decided, in 250 decisions", "Tiers in HK, 10 riders", "Outcomes", "reasons")
                .contains("  tiering v2", "      rule  ", "      row   tiering/v2/tables/")
                .doesNotContain("{", "needs review");
        assertThat(err()).contains("50 riders in ");
    }

    @Test
    void What_cannot_be_read_or_decided_is_reported_and_counted_and_the_rest_is_decided() throws IOException {
        String good = Files.readString(sample()).lines().findFirst().orElseThrow();
        Path facts = folder.resolve("riders.jsonl");
        Files.write(
                facts,
                List.of(
                        good,
                        good.replace("\"market\":\"HK\"", "\"market\":\"XX\""),
                        good.replace("\"asOf\":\"2026-11-01\"", "\"asOf\":\"2026-11-31\""),
                        good));

        assertThat(run(
                        "--facts",
                        facts.toString(),
                        "--out",
                        folder.resolve("d.jsonl").toString()))
                .isEqualTo(1);

        assertThat(err().lines())
                .anyMatch(line -> line.startsWith("riders.jsonl:2: rider HK-001, topic ") && line.contains("market XX"))
                .anyMatch(line -> line.startsWith("riders.jsonl:3: asOf"));
        assertThat(out()).contains("3  riders read", "2  riders decided", "1  riders not decided", "1  rows not read");
        assertThat(Files.readAllLines(folder.resolve("d.jsonl"))).hasSize(10);
    }

    @Test
    void A_rider_and_a_topic_can_be_chosen() throws IOException {
        String decisions = folder.resolve("d.jsonl").toString();

        assertThat(run("--rider", "NBO-003", "--topic", "welfare", "--out", decisions))
                .isZero();

        assertThat(out()).startsWith("Rider NBO-003, NBO, ").contains("row   welfare/v1/tables/");
    }

    @Test
    void Wrong_usage_is_said_and_nothing_is_written() throws IOException {
        Path facts = Files.writeString(folder.resolve("facts.csv"), "a,b\n1,2\n");

        assertThat(run("--fact", "x")).isEqualTo(2);
        assertThat(run("--facts", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("--facts", facts.toString(), "--out", folder.resolve("d").toString()))
                .isEqualTo(2);

        assertThat(err()).contains("there is no option --fact", "there is no file to read", "facts.csv has no line");
        assertThat(out()).isEmpty();
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void The_facts_are_never_overwritten() throws IOException {
        Path facts = Files.copy(sample(), folder.resolve("facts.jsonl"));

        assertThat(run("--facts", facts.toString(), "--out", facts.toString())).isEqualTo(2);

        assertThat(facts).hasSameTextualContentAs(sample());
    }

    private Path sample() throws IOException {
        return Files.writeString(folder.resolve("sample"), SampleGenerator.sample());
    }

    private int run(String... args) throws IOException {
        return new Quickstart(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), SharedEngine::get)
                .run(args);
    }

    private String out() {
        return out.toString(UTF_8).replace("\r\n", "\n");
    }

    private String err() {
        return err.toString(UTF_8).replace("\r\n", "\n");
    }
}
