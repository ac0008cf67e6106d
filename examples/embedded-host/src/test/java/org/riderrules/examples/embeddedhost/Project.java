package org.riderrules.examples.embeddedhost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the project that the README is about. */
final class Project {
    static final Path ROOT = root();
    static final Path README = ROOT.resolve("README.md");
    static final Path CI = ROOT.resolve(".ci/run");
    static final Path EMBEDDED_HOST =
            ROOT.resolve("examples/embedded-host/src/main/java/org/riderrules/examples/embeddedhost/EmbeddedHost.java");

    private Project() {}

    /** Every rule file of the catalogue. */
    static List<Path> rules() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("rules-catalog/packs"))) {
            return files.filter(file -> file.toString().endsWith(".drl")).toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
