package org.riderrules.engine.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.trust.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules keygen}. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description = "Makes an Ed25519 key to sign packs with: NAME.private.pem, which only its owner can read, and"
                + " NAME.public.pem, which hosts are given. Overwrites nothing.")
final class Keygen implements Callable<Integer> {
    private final Console console;

    @Option(names = "--out", paramLabel = "NAME", required = true, description = "what the two files are called")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path out;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "encrypts the private key; the passphrase is the first line of this file")
    private @Nullable Path passphraseFile;

    Keygen(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path privateFile = out.resolveSibling(out.getFileName() + ".private.pem");
        Path publicFile = out.resolveSibling(out.getFileName() + ".public.pem");
        String passphrase = KeyFiles.passphrase(passphraseFile);
        if (Files.exists(publicFile)) {
            throw new FileAlreadyExistsException(publicFile.toString());
        }
        SigningKey key = SigningKey.generate(console.random());
        KeyFiles.writePrivate(privateFile, key.toPem(passphrase, console.random()));
        KeyFiles.writePublic(publicFile, key.verifyingKey().toPem());
        console.out().println(key.verifyingKey().id());
        console.err()
                .println("keep " + privateFile + " to yourself; give " + publicFile
                        + " to the hosts, and tell them the fingerprint above in another way");
        return ExitCode.OK;
    }
}
