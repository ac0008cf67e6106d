package org.riderrules.engine.cli;

import java.nio.file.Path;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;
import picocli.CommandLine.Parameters;

/** The folder of packs that an author works in. */
final class PackFolder {
    @Parameters(paramLabel = "PACKS", description = "the folder above the topics: it holds <topic>/v<N>/pack.json")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private Path path;

    Path path() {
        return path;
    }

    PackSource source() {
        return PackSources.directory(path);
    }
}
