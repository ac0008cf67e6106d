package org.riderrules.engine.audit.jdbc;

import javax.sql.DataSource;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.engine.audit.StoreContract;

/** What every store promises, kept by PostgreSQL. */
class PostgresStoreTest extends StoreContract {
    private DataSource database;

    @Override
    protected DecisionStore open() throws Exception {
        if (database == null) {
            database = PostgresServer.shared().newDatabase();
        }
        return JdbcStore.in("PostgreSQL test", database).open();
    }
}
