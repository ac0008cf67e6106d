package org.riderrules.examples.embeddedhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.PackApproval;
import org.riderrules.api.PackInfo;

/** What docs/security.md tells a reader to type works, one block after the other, and a host then loads the result. */
class SecurityDocTest {
    private static final Path SECURITY = Project.ROOT.resolve("docs/security.md");
    private static final Path LAUNCHER = Project.ROOT.resolve("rules-catalog/rules");
    private static final String HOST =
            "examples/embedded-host/src/test/java/org/riderrules/examples/embeddedhost/SignedHost.java";

    @Test
    void The_Java_of_the_page_is_that_of_a_host_that_compiles() throws IOException {
        String host = unindented(Files.readString(Project.ROOT.resolve(HOST)));

        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(host).contains(unindented(block.text())));
    }

    @Test
    @Tag("packaged")
    void Its_commands_make_keys_sign_verify_and_pack_and_a_host_loads_what_they_made(@TempDir Path folder)
            throws Exception {
        copy(Project.ROOT.resolve("rules-catalog/packs/violations/v1"), folder.resolve("packs/violations/v1"));

        for (Markdown.Block block : blocks("sh")) {
            assertThat(run(folder, block.text())).as(block.toString()).isZero();
        }

        List<PackInfo> packs = SignedHost.engine(folder).packs();
        assertThat(packs).singleElement().satisfies(pack -> {
            assertThat(pack.approval().basis()).isEqualTo(PackApproval.Basis.SIGNED);
            assertThat(pack.approval().signatures())
                    .extracting(PackApproval.Signature::role)
                    .containsExactly("author", "approver");
        });
        Files.writeString(folder.resolve("packs/violations/v1/README.md"), "one more file\n");
        assertThat(run(folder, "rules verify-pack packs --author author.public.pem --approver approver.public.pem"))
                .isEqualTo(1);
    }

    private static List<Markdown.Block> blocks(String language) throws IOException {
        return Markdown.blocks(SECURITY).stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static int run(Path folder, String commands) throws IOException, InterruptedException {
        String script = "set -e\nrules() { sh \"$LAUNCHER\" \"$@\"; }\n" + commands;
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        shell.environment().put("LAUNCHER", LAUNCHER.toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return shell.start().waitFor();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
