package org.riderrules.engine.audit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.audit.EntryLine;

/** Entries as rows of two tables, and back. Holds no state. */
final class EntryRows {
    static final String TABLE = "rider_rules_entry";
    private static final String COLUMNS = "select e.sequence, e.hash, e.record from " + TABLE + " e";

    private EntryRows() {}

    static void insert(Connection connection, List<AuditEntry> entries, Duration patience) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("insert into " + TABLE
                        + " (sequence, kind, previous, hash, rider, as_of_day, known_second, record)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement key = connection.prepareStatement(
                        "insert into rider_rules_key (name, value, sequence) values (?, ?, ?)")) {
            Dialect.limit(row, patience);
            Dialect.limit(key, patience);
            for (AuditEntry entry : entries) {
                EntryKeys keys = entry.keys();
                row.setLong(1, entry.sequence());
                row.setString(2, entry.kind().name());
                row.setString(3, entry.previous());
                row.setString(4, entry.hash());
                row.setString(5, keys.rider());
                number(row, 6, keys.asOf() == null ? null : keys.asOf().toEpochDay());
                number(row, 7, keys.knownAt() == null ? null : keys.knownAt().getEpochSecond());
                row.setBytes(8, entry.record());
                row.addBatch();
                for (Key each : keys(keys)) {
                    key.setString(1, each.name());
                    key.setString(2, each.value());
                    key.setLong(3, entry.sequence());
                    key.addBatch();
                }
            }
            row.executeBatch();
            key.executeBatch();
        }
    }

    private static void number(PreparedStatement statement, int at, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, value);
        }
    }

    private record Key(String name, String value) {}

    private static List<Key> keys(EntryKeys keys) {
        List<Key> all = new ArrayList<>();
        keys.topics().forEach(topic -> all.add(new Key("topic", topic.name())));
        keys.packs().forEach(pack -> all.add(new Key("pack", pack)));
        keys.outcomes().forEach(outcome -> all.add(new Key("outcome", outcome)));
        keys.decisions().stream().distinct().forEach(id -> all.add(new Key("decision", id)));
        return all;
    }

    static @Nullable AuditEntry last(Connection connection, @Nullable EntryKind kind, String store)
            throws SQLException {
        String where = kind == null ? "" : " where e.kind = ?";
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + where + " order by e.sequence desc limit 1")) {
            if (kind != null) {
                select.setString(1, kind.name());
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? entry(rows, store) : null;
            }
        }
    }

    /**
     * What may match; {@link EntryQuery#matches} has the last word, so that an index that was changed shows too little
     * but never something else.
     */
    static PreparedStatement select(Connection connection, EntryQuery query) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        condition(conditions, values, "e.sequence >= ?", query.from());
        condition(conditions, values, "e.sequence < ?", query.until());
        condition(conditions, values, "e.rider = ?", query.rider());
        if (!query.kinds().isEmpty()) {
            conditions.add("e.kind in (" + "?, ".repeat(query.kinds().size() - 1) + "?)");
            query.kinds().forEach(kind -> values.add(kind.name()));
        }
        condition(
                conditions,
                values,
                "e.as_of_day >= ?",
                query.asOfFrom() == null ? null : query.asOfFrom().toEpochDay());
        condition(
                conditions,
                values,
                "e.as_of_day < ?",
                query.asOfUntil() == null ? null : query.asOfUntil().toEpochDay());
        condition(
                conditions,
                values,
                "e.known_second >= ?",
                query.knownFrom() == null ? null : query.knownFrom().getEpochSecond());
        condition(
                conditions,
                values,
                "e.known_second <= ?",
                query.knownUntil() == null ? null : query.knownUntil().getEpochSecond());
        key(
                conditions,
                values,
                "topic",
                query.topic() == null ? null : query.topic().name());
        key(conditions, values, "pack", query.pack());
        key(conditions, values, "outcome", query.outcome());
        key(conditions, values, "decision", query.decision());
        PreparedStatement select = connection.prepareStatement(
                COLUMNS + " where " + String.join(" and ", conditions) + " order by e.sequence");
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Long number) {
                select.setLong(i + 1, number);
            } else {
                select.setString(i + 1, values.get(i).toString());
            }
        }
        return select;
    }

    private static void condition(List<String> conditions, List<Object> values, String sql, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            values.add(value);
        }
    }

    private static void key(List<String> conditions, List<Object> values, String name, @Nullable String value) {
        condition(
                conditions,
                values,
                "e.sequence in (select k.sequence from rider_rules_key k where k.name = '" + name
                        + "' and k.value = ?)",
                value);
    }

    static AuditEntry entry(ResultSet row, String store) throws SQLException {
        long sequence = row.getLong(1);
        EntryLine.Content content = EntryLine.of(row.getBytes(3));
        if (content instanceof EntryLine.Broken broken) {
            throw corrupt(store, sequence, broken.what());
        }
        AuditEntry entry = ((EntryLine.Whole) content).entry();
        if (entry.sequence() != sequence) {
            throw corrupt(store, sequence, "its record is that of entry " + entry.sequence());
        }
        if (!entry.hash().equals(row.getString(2))) {
            throw corrupt(store, sequence, "its record has the hash " + entry.hash() + ", but the row names another");
        }
        return entry;
    }

    private static StoreException corrupt(String store, long sequence, String what) {
        return new StoreException(
                Problem.CORRUPT,
                store,
                TABLE + ", sequence " + sequence + ": " + what,
                "keep the database as it is, find out who may change it, and restore the row from a backup",
                null);
    }
}
