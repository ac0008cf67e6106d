package org.riderrules.engine.audit.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.engine.audit.file.WriterLock;

/** Where two databases differ. */
enum Dialect {
    POSTGRESQL("postgresql") {
        @Override
        void waitForOtherMigrations(Statement statement) throws SQLException {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }

        @Override
        void prepareToWrite(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                // A server may have been told to answer before the disk does.
                statement.execute("set synchronous_commit = on");
            }
        }

        /** The lock belongs to the session: it ends with the connection, also when the process does. */
        @Override
        boolean isOnlyWriter(Connection connection, String table) throws SQLException {
            return asked(connection, "select pg_try_advisory_lock(" + key(table) + ")");
        }

        @Override
        void endWriting(Connection connection, String table) throws SQLException {
            asked(connection, "select pg_advisory_unlock(" + key(table) + ")");
        }

        private String key(String table) {
            return "(" + LOCK + "::bigint << 32) + '" + table + "'::regclass::oid::bigint";
        }

        private boolean asked(Connection connection, String question) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(question)) {
                return answer.next() && answer.getBoolean(1);
            }
        }

        @Override
        void removeFromDisk(Connection connection, String table) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum full " + table);
            }
        }
    },

    SQLITE("sqlite") {
        @Override
        void waitForOtherMigrations(Statement statement) {
            // The lock of the only writer is held already.
        }

        @Override
        void prepareToWrite(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                // Readers beside the writer; each commit is on the disk.
                for (String pragma :
                        List.of("journal_mode = wal", "synchronous = full", "fullfsync = on", "secure_delete = on")) {
                    statement.execute("pragma " + pragma);
                }
            }
        }

        /** The lock is a file beside the database: the database's own would keep readers out too. */
        @Override
        AutoCloseable holdFile(Connection connection, String part, String store) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet databases = statement.executeQuery("pragma database_list")) {
                String file = databases.next() ? databases.getString("file") : "";
                if (file == null || file.isEmpty()) {
                    throw new StoreException(
                            Problem.UNAVAILABLE,
                            store,
                            "the database is in memory and would keep nothing",
                            "name a file: jdbc:sqlite:/srv/audit/decisions.db",
                            null);
                }
                return WriterLock.of(Path.of(file + "-" + part + ".lock"), store);
            }
        }

        @Override
        boolean isOnlyWriter(Connection connection, String table) {
            return true;
        }

        @Override
        void endWriting(Connection connection, String table) {
            // The file is given back by whoever holds it.
        }

        @Override
        void removeFromDisk(Connection connection, String table) {
            // The commit did: see prepareToErase.
        }
    };

    /** Any number that other users of advisory locks are not likely to take. */
    private static final int LOCK = 721_719;

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where its SQL stands. */
    String folder() {
        return folder;
    }

    /** @throws StoreException {@code UNAVAILABLE} when it is a database that we do not know */
    static Dialect of(Connection connection, String store) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "SQLite" -> SQLITE;
            default ->
                throw new StoreException(
                        Problem.UNAVAILABLE,
                        store,
                        "the database is " + product,
                        "use PostgreSQL or SQLite, or implement DecisionStore for it",
                        null);
        };
    }

    abstract void waitForOtherMigrations(Statement statement) throws SQLException;

    abstract void prepareToWrite(Connection connection) throws SQLException;

    /** What a connection has to be told before rows are deleted for good. */
    void prepareToErase(Connection connection) throws SQLException {
        prepareToWrite(connection);
    }

    /** Holds what outlives a connection. */
    AutoCloseable holdFile(Connection connection, String part, String store) throws SQLException {
        return () -> {};
    }

    /** Whether this connection is now the only one that writes to the table. */
    abstract boolean isOnlyWriter(Connection connection, String table) throws SQLException;

    abstract void endWriting(Connection connection, String table) throws SQLException;

    /** Takes what was deleted out of the files of the database, as far as it can; outside of a transaction. */
    abstract void removeFromDisk(Connection connection, String table) throws SQLException;

    /** Lets no statement take longer, where the driver can do that. */
    static void limit(Statement statement, Duration time) throws SQLException {
        statement.setQueryTimeout((int) Math.max(1, time.toSeconds()));
    }
}
