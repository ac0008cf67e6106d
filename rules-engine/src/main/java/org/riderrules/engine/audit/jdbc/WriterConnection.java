package org.riderrules.engine.audit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;

/**
 * The connection of the only writer of a table, with the lock that makes it so; made anew after it broke. Used by one
 * thread at a time.
 */
final class WriterConnection {
    private static final int PAUSE_MILLIS = 50;

    private final DataSource source;
    private final Schema schema;
    private final Dialect dialect;
    private final String table;
    private final String store;
    private final Duration patience;
    private final AutoCloseable file;
    private @Nullable Connection connection;

    private WriterConnection(
            DataSource source,
            Dialect dialect,
            Schema schema,
            String table,
            String store,
            Duration patience,
            AutoCloseable file) {
        this.source = source;
        this.dialect = dialect;
        this.schema = schema;
        this.table = table;
        this.store = store;
        this.patience = patience;
        this.file = file;
    }

    /**
     * Makes the first connection, and the tables.
     *
     * @param part the part of the schema
     * @param table the table that is written to
     * @param patience how long one statement may take
     */
    static WriterConnection open(DataSource source, String part, String table, String store, Duration patience)
            throws SQLException {
        Connection first = source.getConnection();
        WriterConnection writer;
        try (first) {
            Dialect dialect = Dialect.of(first, store);
            writer = new WriterConnection(
                    source,
                    dialect,
                    Schema.of(part, dialect),
                    table,
                    store,
                    patience,
                    dialect.holdFile(first, part, store));
        }
        boolean open = false;
        try {
            writer.connect(Duration.ofMillis(500));
            open = true;
            return writer;
        } finally {
            if (!open) {
                writer.releaseFile();
            }
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * The connection, in a transaction.
     *
     * @throws SQLException when there is none and none can be made
     */
    Connection get() throws SQLException {
        Connection open = connection;
        return open != null ? open : connect(patience);
    }

    /** Whether the next {@link #get} makes a connection. */
    boolean isBroken() {
        return connection == null;
    }

    /**
     * Waits for the lock: after a connection broke, the server may still be busy with its last commit, and holds the
     * lock until that has ended. Who has the lock knows that nothing more comes from the old one.
     */
    private Connection connect(Duration wait) throws SQLException {
        Connection made = source.getConnection();
        boolean keep = false;
        try {
            made.setAutoCommit(true);
            dialect.prepareToWrite(made);
            limitNetwork(made);
            made.setAutoCommit(false);
            schema.bringUp(made, dialect, store);
            for (long left = wait.toMillis(); !dialect.isOnlyWriter(made, table); left -= PAUSE_MILLIS) {
                made.rollback();
                if (left <= 0) {
                    throw new StoreException(
                            Problem.IN_USE,
                            store,
                            "another connection holds the lock of the table " + table,
                            "end that one first, or give each its own database: a trail has one writer",
                            null);
                }
                Pause.millis(PAUSE_MILLIS);
            }
            made.commit();
            connection = made;
            keep = true;
            return made;
        } finally {
            if (!keep) {
                made.close();
            }
        }
    }

    private void limitNetwork(Connection made) throws SQLException {
        try {
            made.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, 2 * patience.toMillis()));
        } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
            // A database inside the process has no network.
        }
    }

    /** After a failure: nobody knows what the connection still can. */
    void discard(Exception failure) {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.rollback();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            try {
                dialect.endWriting(open, table);
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            try {
                open.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    void close() throws SQLException {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                try (open) {
                    open.rollback();
                    dialect.endWriting(open, table);
                    open.setAutoCommit(true);
                }
            }
        } finally {
            releaseFile();
        }
    }

    private void releaseFile() throws SQLException {
        try {
            file.close();
        } catch (Exception e) {
            throw new SQLException("its lock could not be given back", e);
        }
    }
}
