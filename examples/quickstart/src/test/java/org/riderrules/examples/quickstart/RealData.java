package org.riderrules.examples.quickstart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the published data stand, which are not part of the project: the folder that the system property
 * {@code riderrules.data} or the environment variable {@code RIDER_RULES_DATA} names, or else {@code ../shared/data}
 * beside the project. A test that asks for a file that is not there is skipped.
 */
final class RealData {
    private RealData() {}

    static Path file(String name) {
        Path file = folder().resolve(name);
        assumeTrue(
                Files.isRegularFile(file),
                () -> "there is no " + name + " in " + folder()
                        + "; -Driderrules.data=FOLDER or RIDER_RULES_DATA=FOLDER says where it is");
        return file;
    }

    private static Path folder() {
        String property = System.getProperty("riderrules.data", System.getenv("RIDER_RULES_DATA"));
        return property == null || property.isBlank()
                ? projectRoot().resolveSibling("shared").resolve("data")
                : Path.of(property);
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
