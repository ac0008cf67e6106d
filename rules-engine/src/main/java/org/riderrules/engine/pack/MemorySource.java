package org.riderrules.engine.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/** Files that are already in memory, checked like any others. Immutable, thread-safe. */
record MemorySource(String name, List<PackFile> given, SourceLimits limits) implements PackSource {

    @Override
    public List<PackFile> files() throws IOException {
        Intake intake = new Intake(name, limits);
        for (PackFile file : given) {
            intake.take(file.path(), name, new ByteArrayInputStream(file.content()));
        }
        return intake.finish();
    }
}
