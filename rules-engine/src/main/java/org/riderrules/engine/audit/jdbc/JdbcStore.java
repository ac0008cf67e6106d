package org.riderrules.engine.audit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;
import org.riderrules.engine.audit.file.Following;

/**
 * Keeps a trail in a database: PostgreSQL, or SQLite inside this process. Makes its tables, all named
 * {@code rider_rules_*}, in the first schema of the search path. Each call of {@link #append} is one transaction.
 *
 * <p>One writer, which the database sees to: in PostgreSQL a session lock, in SQLite a locked file beside the database.
 * So the writer keeps one connection for as long as it is open; it must be one to the server itself, not to a pooler that
 * hands sessions around. When the connection breaks the next call makes another, waits for the lock, and reads what was
 * committed. Each stream of entries has a connection of its own until it is closed.
 *
 * <p>Thread-safe, as {@link DecisionStore} asks.
 */
public final class JdbcStore implements DecisionStore {
    private final String name;
    private final DataSource source;
    private final @Nullable String region;
    private final Duration patience;
    private final DatabaseFailures failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final WriterConnection writer;
    private @Nullable AuditEntry last;
    private boolean lastKnown;
    private volatile StoreHealth health = StoreHealth.GOOD;
    private volatile boolean closed;

    private JdbcStore(String name, DataSource source, @Nullable String region, Duration patience) {
        this.name = name;
        this.source = source;
        this.region = region;
        this.patience = patience;
        this.failures = new DatabaseFailures(name);
        try {
            this.writer = WriterConnection.open(source, "entries", EntryRows.TABLE, name, patience);
        } catch (SQLException e) {
            throw failures.of("cannot open the database", e);
        }
    }

    /**
     * Starts a store in a database.
     *
     * @param name how it names itself in messages, for instance {@code PostgreSQL audit@db1}; no password
     * @param source gives connections: one for as long as the store is open, one for each open stream of entries
     */
    public static Builder in(String name, DataSource source) {
        return new Builder(name, source);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String region() {
        return region;
    }

    @Override
    public void append(List<AuditEntry> entries) {
        lock.lock();
        try {
            Following.require(entries, known(), false, name);
            write(entries);
            last = entries.get(entries.size() - 1);
            health = StoreHealth.GOOD;
        } catch (StoreException e) {
            health = new StoreHealth(e.problem() == Problem.OUT_OF_ORDER, 0, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void write(List<AuditEntry> entries) {
        try {
            Connection connection = writer.get();
            EntryRows.insert(connection, entries, patience);
            connection.commit();
        } catch (SQLException e) {
            StoreException failure =
                    failures.of("cannot insert entry " + entries.get(0).sequence() + " into " + EntryRows.TABLE, e);
            forget(failure);
            throw failure;
        }
    }

    /** Whether the last commit was made is found out on the next connection. */
    private void forget(Exception failure) {
        lastKnown = false;
        writer.discard(failure);
    }

    private @Nullable AuditEntry known() {
        requireOpen();
        if (!lastKnown || writer.isBroken()) {
            last = ask(null);
            lastKnown = true;
        }
        return last;
    }

    private @Nullable AuditEntry ask(@Nullable EntryKind kind) {
        try {
            Connection connection = writer.get();
            AuditEntry found = EntryRows.last(connection, kind, name);
            connection.rollback();
            return found;
        } catch (SQLException e) {
            StoreException failure = failures.of("cannot read the last entry of " + EntryRows.TABLE, e);
            forget(failure);
            throw failure;
        }
    }

    @Override
    public @Nullable AuditEntry last() {
        lock.lock();
        try {
            return known();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable AuditEntry last(EntryKind kind) {
        lock.lock();
        try {
            requireOpen();
            return ask(Require.present("JdbcStore", "kind", kind));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Stream<AuditEntry> entries(EntryQuery query) {
        requireOpen();
        return EntryCursor.stream(source, query, name);
    }

    @Override
    public StoreHealth health() {
        return health;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(
                    Problem.CLOSED, name, "it was closed", "open the store again; one that is closed stays so", null);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                health = new StoreHealth(false, 0, "closed");
                writer.close();
            }
        } catch (SQLException e) {
            throw failures.of("cannot close the connection", e);
        } finally {
            lock.unlock();
        }
    }

    /** Opens a {@link JdbcStore}; not thread-safe. */
    public static final class Builder {
        private static final String TYPE = "JdbcStore";

        private final String name;
        private final DataSource source;
        private @Nullable String region;
        private Duration patience = Duration.ofSeconds(10);

        private Builder(String name, DataSource source) {
            Require.text(TYPE, "name", name);
            this.name = name;
            this.source = Require.present(TYPE, "source", source);
        }

        /** Sets the region whose data this database may hold. Default: none declared. */
        public Builder region(String region) {
            Require.code(TYPE, "region", region);
            this.region = region;
            return this;
        }

        /**
         * Sets how long one statement may take, in whole seconds, PT1S to PT1H. Default: PT10S. A database that says
         * nothing at all is given up after twice this time.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder answerWithin(Duration time) {
            Require.upTo(TYPE, "answerWithin", time, Duration.ofHours(1));
            if (time.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new InvalidValueException(TYPE, "answerWithin", time.toString(), "PT1S to PT1H");
            }
            this.patience = time;
            return this;
        }

        /**
         * Opens the store, and makes or updates its tables.
         *
         * @throws StoreException {@code IN_USE} when another writes to it, {@code UNAVAILABLE} when it cannot be
         *     reached, is another kind of database or was made by a newer version, {@code CORRUPT} when its tables were
         *     made from another text
         */
        public JdbcStore open() {
            return new JdbcStore(name, source, region, patience);
        }
    }
}
