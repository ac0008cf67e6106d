package org.riderrules.engine.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/** The files below a directory. Immutable, thread-safe. */
record DirectorySource(Path directory, SourceLimits limits) implements PackSource {

    @Override
    public String name() {
        return "directory " + directory;
    }

    @Override
    public List<PackFile> files() throws IOException {
        Intake intake = new Intake(name(), limits);
        if (!Files.exists(directory)) {
            intake.problem("source-missing", name(), "there is no such directory", "create it, or correct the path");
        } else if (!Files.isDirectory(directory)) {
            intake.problem(
                    "source-unreadable",
                    name(),
                    "it is a file, not a directory",
                    "name the folder above the topics, or read it as a jar");
        } else {
            DirectoryWalk.into(intake, directory, name());
        }
        return intake.finish();
    }
}
