package org.riderrules.examples.embeddedhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the command line is a whole engine: this host decides on it as on the single jars. */
@Tag("packaged")
class RunnableJarTest {

    @Test
    void The_host_prints_the_same_on_the_runnable_jar_and_the_jar_of_the_catalogue(@TempDir Path folder)
            throws Exception {
        Path log = folder.resolve("log");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(
                                System.getProperty("path.separator"),
                                Project.ROOT
                                        .resolve("rules-engine/target/rules.jar")
                                        .toString(),
                                catalogue().toString(),
                                Project.ROOT
                                        .resolve("examples/embedded-host/target/classes")
                                        .toString()),
                        EmbeddedHost.class.getName())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(log.toFile())
                .start();

        assertThat(host.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
        assertThat(Files.readString(log, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .isEqualTo(Printed.text());
    }

    private static Path catalogue() throws Exception {
        try (Stream<Path> built = Files.list(Project.ROOT.resolve("rules-catalog/target"))) {
            return built.filter(file -> file.getFileName().toString().matches("rules-catalog-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
