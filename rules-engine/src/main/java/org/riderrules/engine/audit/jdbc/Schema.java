package org.riderrules.engine.audit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;

/**
 * The tables of one part of a database, as steps from nothing to now. Each step is applied once, in one transaction with
 * the note that it was, and a step that was applied from another text is refused: see decision 0028.
 *
 * @param part what the tables are for, {@code entries} or {@code riders}
 * @param steps the SQL of each step, in order; statements are parted by an empty line
 */
record Schema(String part, List<String> steps) {
    private static final String NOTES = "create table if not exists rider_rules_schema (part text not null,"
            + " step integer not null, checksum text not null, applied_at timestamp default current_timestamp,"
            + " primary key (part, step))";

    /** The steps that this version of the library knows. */
    static Schema of(String part, Dialect dialect) {
        return new Schema(part, List.of(resource(dialect.folder() + "/" + part + "-1.sql")));
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings the database to the last step; the connection must be in a transaction, which is committed.
     *
     * @throws StoreException {@code CORRUPT} when a step was applied from another text, {@code UNAVAILABLE} when the
     *     database is from a newer version of this library
     */
    void bringUp(Connection connection, Dialect dialect, String store) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            dialect.waitForOtherMigrations(statement);
            statement.execute(NOTES);
            SortedMap<Integer, String> applied = applied(connection);
            if (!applied.isEmpty() && applied.lastKey() > steps.size()) {
                throw new StoreException(
                        Problem.UNAVAILABLE,
                        store,
                        "its tables for " + part + " are at step " + applied.lastKey() + ", but this version knows "
                                + steps.size(),
                        "use the version of the library that made them, or a newer one",
                        null);
            }
            for (int step = 1; step <= steps.size(); step++) {
                String sql = steps.get(step - 1);
                String noted = applied.get(step);
                if (noted == null) {
                    apply(connection, statement, step, sql);
                } else if (!noted.equals(checksum(sql))) {
                    throw new StoreException(
                            Problem.CORRUPT,
                            store,
                            "step " + step + " of its tables for " + part + " was made from another text (checksum "
                                    + noted.substring(0, 12) + ", here "
                                    + checksum(sql).substring(0, 12) + ")",
                            "find out who changed the SQL in the jar or the table rider_rules_schema; nothing was"
                                    + " changed",
                            null);
                }
            }
            connection.commit();
        }
    }

    private SortedMap<Integer, String> applied(Connection connection) throws SQLException {
        SortedMap<Integer, String> applied = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select step, checksum from rider_rules_schema where part = ?")) {
            select.setString(1, part);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    applied.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return applied;
    }

    private void apply(Connection connection, Statement statement, int step, String sql) throws SQLException {
        for (String each : sql.strip().split("\n\n")) {
            statement.execute(each);
        }
        try (PreparedStatement note =
                connection.prepareStatement("insert into rider_rules_schema (part, step, checksum) values (?, ?, ?)")) {
            note.setString(1, part);
            note.setInt(2, step);
            note.setString(3, checksum(sql));
            note.executeUpdate();
        }
    }

    private static String checksum(String sql) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
