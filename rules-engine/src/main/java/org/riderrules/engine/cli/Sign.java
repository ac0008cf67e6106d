package org.riderrules.engine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.trust.PackSigner;
import org.riderrules.engine.trust.Role;
import org.riderrules.engine.trust.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules sign}. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs one version of a pack. The author signs first, which lists every file with its digest in"
                + " signatures/manifest.json; the approver signs what the author has signed.")
final class Sign implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "the version, such as packs/tiering/v2")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "the private key of who signs")
    @SuppressWarnings("NullAway.Init")
    private Path keyFile;

    @Option(names = "--role", paramLabel = "ROLE", required = true, description = "author or approver")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(
            names = "--release",
            paramLabel = "N",
            description = "the number of the release, for authors; when left away, one more than the last when a file"
                    + " has changed, and 1 at first")
    private @Nullable Integer release;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "its first line opens an encrypted key")
    private @Nullable Path passphraseFile;

    Sign(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (role == Role.APPROVER && release != null) {
            throw new ParameterException(
                    spec.commandLine(), "--release is for authors; an approver signs the release that is there");
        }
        SigningKey key = KeyFiles.privateKey(keyFile, KeyFiles.passphrase(passphraseFile));
        if (KeyFiles.isOpenToOthers(keyFile)) {
            console.err().println("warning: others can read " + keyFile + "; run: chmod 600 " + keyFile);
        }
        PackSigner.Signed signed = role == Role.AUTHOR
                ? PackSigner.asAuthor(folder, key, release, console.clock())
                : PackSigner.asApprover(folder, key, console.clock());
        signed.dropped()
                .forEach(file -> console.err()
                        .println("deleted " + file + ", which signed an earlier content; it has to be signed again"));
        console.out()
                .println(signed.folder() + " release " + signed.release() + ": " + signed.files() + " files signed as "
                        + role.word() + " by " + key.verifyingKey().id());
        return ExitCode.OK;
    }
}
