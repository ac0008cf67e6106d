package org.riderrules.engine.audit.jdbc;

import static org.riderrules.engine.audit.StoreContract.refuses;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.engine.audit.StoreContract;
import org.sqlite.SQLiteDataSource;

/** What every store promises, kept by SQLite. */
class SqliteStoreTest extends StoreContract {
    @TempDir
    private Path directory;

    static SQLiteDataSource file(Path file) {
        return url("jdbc:sqlite:" + file);
    }

    private static SQLiteDataSource url(String url) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url);
        return source;
    }

    @Override
    protected DecisionStore open() {
        return JdbcStore.in("SQLite test", file(directory.resolve("decisions.db")))
                .open();
    }

    @Test
    void A_database_in_memory_is_refused_because_it_keeps_nothing() {
        refuses(
                () -> JdbcStore.in("SQLite test", url("jdbc:sqlite::memory:")).open(),
                Problem.UNAVAILABLE,
                "in memory",
                "name a file");
    }

    @Test
    void A_folder_that_is_not_there_is_named() {
        refuses(
                () -> JdbcStore.in("SQLite test", file(directory.resolve("no/such.db")))
                        .open(),
                Problem.UNAVAILABLE,
                "SQLite test",
                "cannot open the database");
    }
}
