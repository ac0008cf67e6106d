package org.riderrules.examples.embeddedhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * The README cannot drift: its Java is the embedded host, its rule stands in a pack, its output is what the host
 * prints, and its commands are run by CI. A line of three dots leaves something out.
 */
class ReadmeTest {
    private static final String LEFT_OUT = "(?m)^ *\\.\\.\\. *\n";

    @TestFactory
    Stream<DynamicTest> Java_is_part_of_the_embedded_host() throws IOException {
        String source = Files.readString(Project.EMBEDDED_HOST);
        return each("java", block -> assertParts(block, block.text(), source));
    }

    @TestFactory
    Stream<DynamicTest> A_rule_stands_in_a_pack_of_the_catalogue() throws IOException {
        StringBuilder rules = new StringBuilder();
        for (Path file : Project.rules()) {
            rules.append(Files.readString(file)).append('\n');
        }
        return each("drl", block -> assertParts(block, block.text(), rules.toString()));
    }

    @TestFactory
    Stream<DynamicTest> Output_is_what_the_embedded_host_prints() throws IOException {
        return each("text", block -> assertParts(block, block.text(), Printed.text()));
    }

    /** A command may add options to one of CI. */
    @TestFactory
    Stream<DynamicTest> A_command_is_one_that_CI_runs() throws IOException {
        List<String> commands = Files.readAllLines(Project.CI).stream()
                .filter(line -> line.startsWith("mvn "))
                .map(ReadmeTest::forPeople)
                .toList();
        return each(
                "sh",
                block -> assertThat(block.text().lines().map(ReadmeTest::forPeople))
                        .as(block.toString())
                        .isNotEmpty()
                        .allMatch(line -> commands.stream()
                                .anyMatch(command -> line.equals(command) || line.startsWith(command + " "))));
    }

    /** Without the option for machines. */
    private static String forPeople(String command) {
        return command.replace(" -B", "");
    }

    private static Stream<DynamicTest> each(String language, ThrowingConsumer<Markdown.Block> test) throws IOException {
        List<Markdown.Block> blocks = Markdown.blocks(Project.README).stream()
                .filter(block -> block.language().equals(language))
                .toList();
        assertThat(blocks).as("the README's blocks of " + language).isNotEmpty();
        return DynamicTest.stream(blocks.stream(), Markdown.Block::toString, test);
    }

    /** Each part between lines of three dots stands in the whole, one after the other, whatever their indentation. */
    private static void assertParts(Markdown.Block block, String text, String whole) {
        String rest = unindented(whole);
        for (String part : text.split(LEFT_OUT)) {
            String wanted = unindented(part);
            assertThat(rest).as(block.toString()).contains(wanted);
            rest = rest.substring(rest.indexOf(wanted) + wanted.length());
        }
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
