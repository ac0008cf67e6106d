package org.riderrules.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.PackApproval;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Admission;
import org.riderrules.engine.trust.ReleaseLedger;
import org.riderrules.engine.trust.Trust;
import org.riderrules.engine.trust.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules verify-pack}. */
@Command(
        name = "verify-pack",
        mixinStandardHelpOptions = true,
        description = "Checks that every version of a directory or archive of packs is exactly as its author and"
                + " approvers signed it, as a host does before it loads them.")
final class VerifyPack implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PACKS", description = "the folder above the topics, or an archive made by rules pack")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path packs;

    @Option(
            names = "--author",
            paramLabel = "FILE",
            required = true,
            description = "public key of an author; repeatable")
    private List<Path> authors = List.of();

    @Option(names = "--approver", paramLabel = "FILE", description = "public key of an approver; repeatable")
    private List<Path> approvers = List.of();

    @Option(
            names = "--approvals",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many approvers must have signed besides the author, 0 to 10; default: 1")
    private int approvals;

    @Option(names = "--revoked", paramLabel = "KEY", description = "fingerprint that is never accepted; repeatable")
    private List<String> revoked = List.of();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "the ledger of a host: also refuses what is older than what it has had in force; only read")
    private @Nullable Path ledger;

    VerifyPack(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        TrustedKeys.Builder keys = TrustedKeys.builder().approvals(approvals);
        for (Path file : authors) {
            keys.author(KeyFiles.publicKey(file));
        }
        for (Path file : approvers) {
            keys.approver(KeyFiles.publicKey(file));
        }
        revoked.forEach(keys::revoked);
        ReleaseLedger known = ledger == null ? ReleaseLedger.ofThisProcess() : ReleaseLedger.file(ledger);
        PackSource source = Files.isDirectory(packs) ? PackSources.directory(packs) : PackSources.jar(packs);
        Admission admission = Trust.signedBy(keys.build(), known).admit(source, console.clock());
        admission.approvals().forEach((folder, approval) -> print(folder, approval, admission));
        console.out().println(admission.approvals().size() + " verified");
        if (ledger == null) {
            console.err().println("not checked: whether a newer release has been in force; name --ledger");
        }
        return ExitCode.OK;
    }

    private void print(String folder, PackApproval approval, Admission admission) {
        long files = admission.files().versions().getOrDefault(folder, List.of()).stream()
                .filter(file -> !file.path().startsWith(folder + "/signatures/"))
                .count();
        console.out().println(folder + " release " + approval.release() + ": " + files + " files as signed");
        approval.signatures()
                .forEach(signature -> console.out()
                        .println("  " + signature.role() + " " + signature.key() + " " + signature.signedAt()));
    }
}
