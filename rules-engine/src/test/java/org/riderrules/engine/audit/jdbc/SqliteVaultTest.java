package org.riderrules.engine.audit.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.audit.VaultContract;

/** What every vault promises, kept by SQLite. */
class SqliteVaultTest extends VaultContract {
    @TempDir
    private Path directory;

    @Override
    protected RiderVault open() {
        return JdbcRiderVault.open(
                "SQLite vault", SqliteStoreTest.file(directory.resolve("riders.db")), new SecureRandom());
    }

    @Override
    protected List<Path> files() throws IOException {
        return below(directory);
    }
}
