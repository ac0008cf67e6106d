package org.riderrules.engine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.riderrules.engine.trust.ReleaseLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rules new-ledger}. */
@Command(
        name = "new-ledger",
        mixinStandardHelpOptions = true,
        description = "Makes the empty ledger in which a host remembers the releases that it has had in force. Once for"
                + " each host; overwrites nothing.")
final class NewLedger implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the ledger")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path file;

    NewLedger(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println(ReleaseLedger.create(file).name());
        return ExitCode.OK;
    }
}
