package org.riderrules.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.engine.EngineVersion;

/** What the command line says by itself, before any subcommand has its say. */
class RulesCommandTest {

    @Test
    void Help_names_every_exit_code() {
        CommandRun help = CommandRun.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: rules").contains("\n  0 ", "\n  1 ", "\n  2 ", "\n  3 ", "\n  70 ");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void The_version_is_that_of_the_engine() {
        assertThat(CommandRun.of("--version").out()).isEqualTo("rules " + EngineVersion.CURRENT + "\n");
    }

    @Test
    void Nothing_to_do_and_an_unknown_subcommand_are_wrong_usage() {
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandRun.of().err()).startsWith("name a subcommand\n").contains("Usage: rules");
        assertThat(CommandRun.of("sing").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("sing").err()).contains("'sing'");
        assertThat(CommandRun.of("sing").out()).isEmpty();
    }

    @Test
    void A_refusal_is_1_and_says_its_message_without_a_stack_trace() {
        assertTold(
                new InvalidValueException("Keys", "role", "boss", "author or approver"),
                1,
                "Keys.role is boss; allowed: author or approver\n");
        PackProblem changed = PackProblem.inFile("signature-digest", "tiering/v1/pack.json", "changed", "sign again");
        assertTold(
                new PackProblemsException("directory packs", List.of(changed)),
                1,
                "1 problem in directory packs, nothing loaded:\n" + changed + "\n");
    }

    @Test
    void A_source_that_was_not_read_is_3_unless_something_was_found_in_it_too() {
        PackProblem missing = PackProblem.inFile("source-missing", "directory packs", "none", "create it");
        PackProblem found = PackProblem.inFile("rules-missing", "tiering/v1/rules", "none", "write one");

        assertTold(
                new PackProblemsException("a", List.of(missing)),
                3,
                "1 problem in a, nothing loaded:\n" + missing + "\n");
        assertTold(
                new PackProblemsException("a", List.of(missing, found)),
                1,
                "2 problems in a, nothing loaded:\n" + missing + "\n" + found + "\n");
    }

    @Test
    void A_file_that_cannot_be_read_or_written_is_3_and_says_why() {
        assertTold(new NoSuchFileException("a.pem"), 3, "a.pem: there is no such file; correct the path\n");
        assertTold(
                new FileAlreadyExistsException("a.pem"),
                3,
                "a.pem: it is there already and is not overwritten; choose another name\n");
        assertTold(
                new UncheckedIOException(new AccessDeniedException("a.pem")),
                3,
                "a.pem: access is denied; let the account that runs this read and write it\n");
        assertTold(new IOException("disk full"), 3, "cannot read or write: java.io.IOException: disk full\n");
    }

    @Test
    void An_error_of_the_program_is_never_mistaken_for_a_finding() {
        StringWriter err = new StringWriter();
        int code = Failures.told(new IllegalStateException("impossible"), new PrintWriter(err, true));

        assertThat(code).isEqualTo(70);
        assertThat(err.toString()).contains("error in the program", "impossible", "RulesCommandTest");
    }

    private static void assertTold(Exception failure, int exitCode, String text) {
        StringWriter err = new StringWriter();
        assertThat(Failures.told(failure, new PrintWriter(err, true))).isEqualTo(exitCode);
        assertThat(err.toString().replace("\r\n", "\n")).isEqualTo(text);
    }
}
