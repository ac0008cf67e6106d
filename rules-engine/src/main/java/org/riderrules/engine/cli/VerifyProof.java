package org.riderrules.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.riderrules.engine.audit.InclusionProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules verify-proof}. */
@Command(
        name = "verify-proof",
        mixinStandardHelpOptions = true,
        description = "Checks offline that the record in a proof is part of a signed audit trail. Shows nothing of any"
                + " other record, and needs none.")
final class VerifyProof implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the proof, as the holder of the trail made it")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path proof;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "public key that may sign checkpoints; repeatable")
    private List<Path> keys = List.of();

    VerifyProof(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        InclusionProof read = InclusionProof.read(Files.readString(proof));
        InclusionProof.Result result = read.verify(Verify.keys(keys));
        if (result instanceof InclusionProof.Included included) {
            console.out()
                    .println("included: record " + included.entry().sequence() + " of trail \"" + included.chain()
                            + "\", signed in record " + included.checkpoint());
            included.entry().keys().decisions().forEach(id -> console.out().println("  decision " + id));
            return ExitCode.OK;
        }
        console.err().println(proof + ": not shown: " + ((InclusionProof.NotShown) result).why());
        return ExitCode.REFUSED;
    }
}
