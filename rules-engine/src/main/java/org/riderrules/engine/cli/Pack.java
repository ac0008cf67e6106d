package org.riderrules.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.riderrules.engine.pack.PackArchive;
import org.riderrules.engine.pack.PackDigest;
import org.riderrules.engine.pack.PackSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules pack}. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Puts a directory of packs with its signatures into one archive, which hosts load with"
                + " PackSources.jar. The same files give the same bytes on every machine.")
final class Pack implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PACKS", description = "the folder above the topics")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path packs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "the archive; replaced when it is there")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    Pack(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        int files = PackArchive.write(PackSources.directory(packs), out);
        console.out().println(out + ": " + files + " files, " + PackDigest.ofBytes(Files.readAllBytes(out)));
        return ExitCode.OK;
    }
}
