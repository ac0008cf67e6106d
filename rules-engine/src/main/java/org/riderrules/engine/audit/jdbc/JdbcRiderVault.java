package org.riderrules.engine.audit.jdbc;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;

/**
 * Keeps riders' secrets in the table {@code rider_rules_rider} of a database: PostgreSQL or SQLite, another one than that
 * of the trail, with other rights and other backups. Several processes may use it at once. It caches nothing, so that
 * what one process erases no other one goes on using; each call takes a connection, so give it a pool.
 *
 * <p>Erasing deletes the row and takes it out of the files of the database. In SQLite the row becomes zeros before this
 * returns. In PostgreSQL the table is written anew ({@code VACUUM FULL}, for which this user must own it), and the old
 * file goes. What that cannot reach: PostgreSQL's write-ahead log until the server has recycled it, its archive, replicas
 * that lag, transactions older than the erasure, and backups. See decision 0028.
 *
 * <p>Thread-safe.
 */
public final class JdbcRiderVault implements RiderVault {
    private static final String TYPE = "RiderVault";
    private static final String TABLE = "rider_rules_rider";
    private static final String SELECT = "select reference, secret from " + TABLE + " where ";

    private final String name;
    private final DataSource source;
    private final SecureRandom random;
    private final DatabaseFailures failures;
    private final Dialect dialect;
    private volatile boolean closed;

    private JdbcRiderVault(String name, DataSource source, SecureRandom random) {
        this.name = name;
        this.source = source;
        this.random = random;
        this.failures = new DatabaseFailures(name);
        try (Connection connection = source.getConnection()) {
            this.dialect = Dialect.of(connection, name);
            connection.setAutoCommit(false);
            Schema.of("riders", dialect).bringUp(connection, dialect, name);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failures.of("cannot open the database", e);
        }
    }

    /**
     * Opens a vault, and makes or updates its table.
     *
     * @param name how it names itself in messages; no password
     * @param source gives a connection for each call
     * @param random makes the secrets
     * @throws StoreException {@code UNAVAILABLE} when the database cannot be reached, is another kind of database or was
     *     made by a newer version, {@code CORRUPT} when its table was made from another text
     */
    public static JdbcRiderVault open(String name, DataSource source, SecureRandom random) {
        Require.text(TYPE, "name", name);
        return new JdbcRiderVault(
                name, Require.present(TYPE, "source", source), Require.present(TYPE, "random", random));
    }

    @Override
    public RiderSecret secretOf(String riderId) {
        Require.code(TYPE, "riderId", riderId);
        requireOpen();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            RiderSecret known = selected(connection, "rider_id = ?", riderId);
            if (known != null) {
                return known;
            }
            dialect.prepareToErase(connection);
            insert(connection, riderId, RiderSecret.fresh(random));
            RiderSecret kept = selected(connection, "rider_id = ?", riderId);
            return kept != null ? kept : secretOf(riderId);
        } catch (SQLException e) {
            throw failures.of("cannot keep a rider in " + TABLE, e);
        }
    }

    /** Another process may have been first; then its secret stays. */
    private static void insert(Connection connection, String riderId, RiderSecret secret) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + TABLE
                + " (rider_id, reference, secret) values (?, ?, ?) on conflict (rider_id) do nothing")) {
            insert.setString(1, riderId);
            insert.setString(2, secret.reference());
            insert.setBytes(3, secret.key());
            insert.executeUpdate();
        }
    }

    private static @Nullable RiderSecret selected(Connection connection, String where, String value)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            select.setString(1, value);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new RiderSecret(rows.getString(1), rows.getBytes(2)) : null;
            }
        }
    }

    @Override
    public @Nullable RiderSecret find(String riderId) {
        return found("rider_id = ?", riderId);
    }

    @Override
    public @Nullable RiderSecret findByReference(String reference) {
        return found("reference = ?", reference);
    }

    private @Nullable RiderSecret found(String where, String value) {
        requireOpen();
        try (Connection connection = source.getConnection()) {
            return selected(connection, where, value);
        } catch (SQLException e) {
            throw failures.of("cannot read " + TABLE, e);
        }
    }

    @Override
    public @Nullable String erase(String riderId) {
        requireOpen();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            dialect.prepareToErase(connection);
            RiderSecret secret = selected(connection, "rider_id = ?", riderId);
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + TABLE + " where rider_id = ?")) {
                delete.setString(1, riderId);
                delete.executeUpdate();
            }
            // Also when there was nothing to delete: an earlier call may have come no further.
            dialect.removeFromDisk(connection, TABLE);
            return secret == null ? null : secret.reference();
        } catch (SQLException e) {
            throw failures.of("cannot erase a rider from " + TABLE + "; call erase again until it returns", e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(
                    Problem.CLOSED, name, "it was closed", "open the vault again; one that is closed stays so", null);
        }
    }

    /** Holds no connection between calls. */
    @Override
    public void close() {
        closed = true;
    }
}
