package org.riderrules.engine.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/** The files in a folder of a jar or zip file on disk. Immutable, thread-safe. */
record JarSource(Path jar, String root, SourceLimits limits) implements PackSource {

    @Override
    public String name() {
        return "jar " + jar + (root.isEmpty() ? "" : ", folder " + root);
    }

    @Override
    public List<PackFile> files() {
        Intake intake = new Intake(name(), limits);
        if (!Files.exists(jar)) {
            intake.problem("source-missing", name(), "there is no such file", "build it, or correct the path");
        } else {
            read(intake);
        }
        return intake.finish();
    }

    private void read(Intake intake) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (!JarEntries.into(intake, zip, root, name())) {
                intake.problem(
                        "source-missing",
                        name(),
                        "the jar has no such folder",
                        "name the folder above the topics, with / and without the jar's name");
            }
        } catch (IOException | UnsupportedOperationException failure) {
            intake.problem(
                    "source-unreadable",
                    name(),
                    "it is not a jar that can be read: " + failure,
                    "name a jar or zip file on disk that the account that runs the host may read");
        }
    }
}
