package org.riderrules.engine.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.riderrules.engine.EngineVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code rules}. Exits with 0 when all is in order, 1 when something was refused or found, 2 when the usage
 * was wrong, 3 when a file could not be read or written, 70 when the program itself failed.
 */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = RulesCommand.Version.class,
        description = "Checks, signs and verifies rule packs and the records of decisions.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is in order",
            "1:refused, or something was found: standard error says what, where and how to mend it",
            "2:wrong usage; nothing was done",
            "3:a file could not be read or written",
            "70:an error in this program"
        })
public final class RulesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run() is called
    private CommandSpec spec;

    private RulesCommand() {}

    /** Every subcommand, in the order of {@code rules --help}. */
    private static List<Callable<Integer>> subcommands(Console console) {
        return List.of(
                new Keygen(console),
                new Sign(console),
                new VerifyPack(console),
                new Pack(console),
                new NewLedger(console));
    }

    /** Runs with the streams, the clock and the random numbers of the system, and exits. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(new Console(out, err, Clock.systemUTC(), new SecureRandom()), args));
    }

    /** Runs with the arguments of a command line; returns the exit code. */
    static int run(Console console, String... args) {
        CommandLine line = new CommandLine(new RulesCommand());
        subcommands(console).forEach(line::addSubcommand);
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.told(failure, console.err()))
                .execute(args);
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a subcommand");
    }

    /** The version of the engine, which every decision names too. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rules " + EngineVersion.CURRENT};
        }
    }
}
