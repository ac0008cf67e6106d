package org.riderrules.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.engine.audit.GoldenTrail;
import org.riderrules.engine.trust.SigningKey;

class VerifyTest {
    @TempDir
    private Path folder;

    private String trail;
    private String key;

    @BeforeEach
    void writeFiles() throws IOException {
        GoldenTrail.into(folder);
        trail = folder.resolve("trail.jsonl").toString();
        key = folder.resolve("audit.public.pem").toString();
    }

    private CommandRun changed(List<String> lines) throws IOException {
        Path file = folder.resolve("changed.jsonl");
        Files.writeString(file, String.join("\n", lines) + "\n");
        CommandRun run = CommandRun.of("verify", file.toString(), "--key", key);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        return run;
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(Path.of(trail)));
    }

    @Test
    void A_trail_as_it_was_written_is_intact() {
        CommandRun run = CommandRun.of("verify", trail, "--key", key);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("intact: trail \"decisions\", 6 records, 1 signed checkpoints, closed\nhead ");
    }

    @Test
    void A_changed_record_is_named_with_file_line_and_sequence() throws IOException {
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("InsufficientData", "TierAssigned"));
        assertThat(changed(lines).err())
                .startsWith(folder.resolve("changed.jsonl") + ":2: entry 2 was changed: its record has the hash ");
    }

    @Test
    void A_missing_a_copied_a_moved_and_a_cut_off_record_are_named() throws IOException {
        List<String> lines = lines();
        lines.remove(2);
        assertThat(changed(lines).err()).endsWith(":3: entry 3 is missing: entry 4 follows here\n");
        lines = lines();
        lines.add(4, lines.get(1));
        assertThat(changed(lines).err()).endsWith(":5: entry 2 was inserted: entry 2 stood there before\n");
        lines = lines();
        Collections.swap(lines, 0, 3);
        assertThat(changed(lines).err())
                .contains(":1: entry 1 is out of order: here stands entry 4; entry 1 stands in ");
        lines = lines();
        lines.remove(5);
        assertThat(changed(lines).err()).contains(":5: entry 5 is the last: no closing checkpoint follows");
    }

    @Test
    void A_trail_in_several_files_is_read_in_order() throws IOException {
        List<String> lines = lines();
        Path one = Files.write(folder.resolve("1.jsonl"), lines.subList(0, 2));
        Path two = Files.write(folder.resolve("2.jsonl"), lines.subList(2, 6));
        assertThat(CommandRun.of("verify", one.toString(), two.toString(), "--key", key)
                        .exitCode())
                .isZero();
        CommandRun wrong = CommandRun.of("verify", two.toString(), one.toString(), "--key", key);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).startsWith(two + ":1: entry 1 is out of order: ");
    }

    @Test
    void Another_key_does_not_vouch_for_a_trail() throws IOException {
        Path other = folder.resolve("other.pem");
        Files.writeString(
                other, SigningKey.generate(new SecureRandom()).verifyingKey().toPem());
        CommandRun run = CommandRun.of("verify", trail, "--key", other.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(":6: entry 6 was changed: it is signed by the key ed25519:");
        assertThat(CommandRun.of("verify", trail, "--key", other.toString(), "--key", key)
                        .exitCode())
                .isZero();
    }

    @Test
    void An_open_end_is_in_order_only_where_it_is_expected() throws IOException {
        List<String> lines = lines().subList(0, 4);
        Path open = Files.write(folder.resolve("open.jsonl"), lines);
        assertThat(CommandRun.of("verify", open.toString(), "--key", key).exitCode())
                .isEqualTo(1);
        CommandRun run = CommandRun.of("verify", open.toString(), "--key", key, "--open");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("signed up to record 0, 4 after it are chained but not signed yet");
    }

    @Test
    void A_head_kept_elsewhere_finds_what_was_cut_off_at_a_close() {
        String head = CommandRun.of("verify", trail, "--key", key).out().replaceAll("(?s).*head (\\w+)\\s*", "$1");
        assertThat(CommandRun.of("verify", trail, "--key", key, "--head", head).exitCode())
                .isZero();
        CommandRun other = CommandRun.of("verify", trail, "--key", key, "--head", "0".repeat(64));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("records after it were cut off");
    }

    @Test
    void Without_a_key_a_file_or_with_a_missing_file_nothing_is_verified() {
        assertThat(CommandRun.of("verify", trail).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("verify", "--key", key).exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("verify", folder.resolve("none").toString(), "--key", key)
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void A_proof_is_checked_without_the_trail() throws IOException {
        Path proof = folder.resolve("proof.json");
        CommandRun run = CommandRun.of("verify-proof", proof.toString(), "--key", key);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("included: record 1 of trail \"decisions\", signed in record 6\n  decision ");
        Files.writeString(proof, Files.readString(proof).replaceFirst("\"BenefitGranted\"", "\"BenefitRefused\""));
        CommandRun forged = CommandRun.of("verify-proof", proof.toString(), "--key", key);
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(forged.err()).contains("not shown: the record is not the one that was signed");
    }
}
