package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryQuery;

/** What tests of files have in common. */
public final class Trails {
    private Trails() {}

    public static JsonLinesStore open(Path directory) {
        return JsonLinesStore.in(directory, Clock.systemUTC()).open();
    }

    public static List<AuditEntry> all(DecisionStore store) {
        try (Stream<AuditEntry> entries = store.entries(EntryQuery.all())) {
            return entries.toList();
        }
    }

    /** The files of a trail in their order. */
    public static List<Path> files(Path directory) throws IOException {
        return matching(directory, "decisions-");
    }

    public static List<Path> torn(Path directory) throws IOException {
        Path torn = directory.resolve("torn");
        return Files.isDirectory(torn) ? matching(torn, "before-entry-") : List.of();
    }

    private static List<Path> matching(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
