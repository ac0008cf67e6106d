package org.riderrules.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.engine.EngineVersion;

/** The jar that the build puts together runs by itself, as a process. */
@Tag("packaged")
class RunnableJarTest {
    private static final Path JAR = Path.of("target/rules.jar").toAbsolutePath();
    private static final Path LAUNCHER =
            Path.of("../rules-catalog/rules").toAbsolutePath().normalize();

    @TempDir
    private Path temporary;

    @Test
    void The_jar_says_its_version_and_nothing_else() throws Exception {
        CommandRun version = process(List.of(java(), "-jar", JAR.toString(), "--version"), Map.of());

        assertThat(version).isEqualTo(new CommandRun(0, "rules " + EngineVersion.CURRENT + "\n", ""));
    }

    @Test
    void Wrong_usage_reaches_the_shell_as_2() throws Exception {
        assertThat(process(List.of(java(), "-jar", JAR.toString(), "sing"), Map.of())
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void The_launcher_runs_the_jar_from_any_folder() throws Exception {
        CommandRun version = process(
                List.of("sh", LAUNCHER.toString(), "--version"), Map.of("JAVA_HOME", System.getProperty("java.home")));

        assertThat(version).isEqualTo(new CommandRun(0, "rules " + EngineVersion.CURRENT + "\n", ""));
    }

    @Test
    void The_launcher_says_how_to_build_a_jar_that_is_not_there() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("rules-catalog"));
        Path copy = Files.copy(LAUNCHER, folder.resolve("rules"));

        CommandRun run = process(List.of("sh", copy.toString(), "--version"), Map.of());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("rules.jar is not built yet", "mvn -B -DskipTests package -pl rules-engine -am");
    }

    @Test
    void The_jar_names_its_licence_and_no_entry_twice() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Map<String, Integer> entries = new TreeMap<>();
            List<String> signatures = new ArrayList<>();
            for (ZipEntry entry : Collections.list(jar.entries())) {
                entries.merge(entry.getName(), 1, Integer::sum);
                if (entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA)")) {
                    signatures.add(entry.getName());
                }
            }

            assertThat(entries)
                    .containsKeys("META-INF/LICENSE", "META-INF/NOTICE")
                    .containsValue(1);
            assertThat(entries.values()).containsOnly(1);
            assertThat(signatures).isEmpty();
            assertThat(entries.keySet()).noneMatch(name -> name.startsWith("org/mvel2/"));
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private CommandRun process(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(temporary, "out", ".txt");
        Path err = Files.createTempFile(temporary, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new CommandRun(exitCode, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, UTF_8).replace("\r\n", "\n");
    }
}
