package org.riderrules.engine.audit.file;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.engine.audit.StoreContract;

/** What every store promises, kept by files, a new one every 20 kB so that most tests see several. */
class JsonLinesStoreTest extends StoreContract {
    @TempDir
    private Path directory;

    @Override
    protected DecisionStore open() {
        return JsonLinesStore.in(directory, Clock.systemUTC())
                .longestFile(20_000)
                .open();
    }
}
