package org.riderrules.engine.audit.jdbc;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import javax.sql.DataSource;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.audit.VaultContract;

/** What every vault promises, kept by PostgreSQL. */
class PostgresVaultTest extends VaultContract {
    private DataSource database;

    @Override
    protected RiderVault open() throws Exception {
        if (database == null) {
            database = PostgresServer.shared().newDatabase();
        }
        return JdbcRiderVault.open("PostgreSQL vault", database, new SecureRandom());
    }

    @Override
    protected List<Path> files() throws Exception {
        return below(PostgresServer.shared().tablesOnDisk());
    }
}
