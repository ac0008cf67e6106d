package org.riderrules.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.audit.ChainVerifier;
import org.riderrules.engine.audit.Verdict;
import org.riderrules.engine.trust.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies an audit trail offline, from its first record to its last: intact, or the first record"
                + " that is changed, missing, inserted, out of order, or after which the trail is cut off.")
final class Verify implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the files of one trail, in order")
    private List<Path> files = List.of();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "public key that may sign checkpoints; repeatable")
    private List<Path> keys = List.of();

    @Option(
            names = "--open",
            description = "the trail is still being written, so it need not end with a closing checkpoint")
    private boolean open;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "hash of the last record, as kept elsewhere: also finds a trail cut off at an earlier close")
    private @Nullable String head;

    Verify(Console console) {
        this.console = console;
    }

    /** The public keys in files. */
    static List<VerifyingKey> keys(List<Path> files) throws IOException {
        List<VerifyingKey> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(KeyFiles.publicKey(file));
        }
        return keys;
    }

    @Override
    public Integer call() throws Exception {
        Verdict verdict = new ChainVerifier(keys(keys), open).verify(files);
        if (verdict instanceof Verdict.Tampered tampered) {
            console.err().println(tampered.finding());
            return ExitCode.REFUSED;
        }
        String found;
        if (verdict instanceof Verdict.Intact intact) {
            found = intact.head();
            console.out()
                    .println("intact: trail \"" + intact.chain() + "\", " + intact.entries() + " records, "
                            + intact.checkpoints() + " signed checkpoints, closed");
        } else {
            Verdict.OpenEnd openEnd = (Verdict.OpenEnd) verdict;
            found = openEnd.head();
            console.out()
                    .println("intact as far as it goes: trail \"" + openEnd.chain() + "\", " + openEnd.entries()
                            + " records, " + openEnd.checkpoints() + " signed checkpoints; signed up to record "
                            + openEnd.signed() + ", " + (openEnd.entries() - openEnd.signed())
                            + " after it are chained but not signed yet");
        }
        console.out().println("head " + found);
        if (head != null && !head.equals(found)) {
            console.err()
                    .println("the last record is not the one with the hash " + head
                            + ": records after it were cut off, or the hash is of another trail");
            return ExitCode.REFUSED;
        }
        return ExitCode.OK;
    }
}
