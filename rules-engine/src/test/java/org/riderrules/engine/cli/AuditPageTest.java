package org.riderrules.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.engine.audit.GoldenTrail;

/** Every command in {@code docs/audit.md} prints what the page says. */
class AuditPageTest {
    private static final Path PAGE = Path.of("../docs/audit.md");
    private static final Path BASH = Path.of("/bin/bash");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void Every_command_prints_what_the_page_says() throws Exception {
        assumeTrue(Files.isExecutable(BASH), "no " + BASH + " on this machine; the page's commands are not run");
        GoldenTrail.into(folder);
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        int commands = 0;
        while (block.find()) {
            List<String> expected = new ArrayList<>();
            StringBuilder printed = new StringBuilder();
            for (String line : block.group(1).split("\n")) {
                if (line.startsWith("$ ")) {
                    printed.append(run(line.substring(2)));
                    commands++;
                } else {
                    expected.add(line);
                }
            }
            assertThat(printed.toString().strip()).as(block.group(1)).isEqualTo(String.join("\n", expected));
        }
        assertThat(commands).isEqualTo(5);
    }

    /** Our own commands in this JVM, all others in a shell; both see the page's file names. */
    private String run(String command) throws IOException, InterruptedException {
        if (command.startsWith("rules ")) {
            String[] words = command.substring("rules ".length()).split(" ");
            for (int i = 1; i < words.length; i++) {
                words[i] = words[i].startsWith("--")
                        ? words[i]
                        : folder.resolve(words[i]).toString();
            }
            CommandRun run = CommandRun.of(words);
            return (run.out() + run.err()).replace(folder + "/", "");
        }
        Process shell = new ProcessBuilder(BASH.toString(), "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(out).isZero();
        return out;
    }
}
