package org.riderrules.engine.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryQuery;

/** Reads entries in portions on a connection of its own, inside one transaction. Not thread-safe. */
final class EntryCursor implements Iterator<AuditEntry> {
    /** Rows in memory at a time; PostgreSQL fetches in portions only outside of autocommit. */
    private static final int PORTION = 200;

    private final EntryQuery query;
    private final String store;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable AuditEntry found;
    private boolean closed;

    private EntryCursor(
            EntryQuery query, String store, Connection connection, PreparedStatement statement, ResultSet rows) {
        this.query = query;
        this.store = store;
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    static Stream<AuditEntry> stream(DataSource source, EntryQuery query, String store) {
        EntryCursor cursor;
        try {
            cursor = open(source, query, store);
        } catch (SQLException e) {
            throw new DatabaseFailures(store).of("cannot read " + EntryRows.TABLE, e);
        }
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(cursor::close);
    }

    private static EntryCursor open(DataSource source, EntryQuery query, String store) throws SQLException {
        Connection connection = source.getConnection();
        boolean open = false;
        try {
            connection.setAutoCommit(false);
            PreparedStatement statement = EntryRows.select(connection, query);
            statement.setFetchSize(PORTION);
            EntryCursor cursor = new EntryCursor(query, store, connection, statement, statement.executeQuery());
            open = true;
            return cursor;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (found == null && !closed) {
                if (!rows.next()) {
                    close();
                    return false;
                }
                AuditEntry entry = EntryRows.entry(rows, store);
                if (query.matches(entry)) {
                    found = entry;
                }
            }
            return found != null;
        } catch (SQLException e) {
            close();
            throw new DatabaseFailures(store).of("cannot read " + EntryRows.TABLE, e);
        }
    }

    @Override
    public AuditEntry next() {
        if (!hasNext() || found == null) {
            throw new NoSuchElementException();
        }
        AuditEntry entry = found;
        found = null;
        return entry;
    }

    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (connection;
                statement;
                rows) {
            rows.close();
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // Nothing was written, and what was read was read.
            found = null;
        }
    }
}
