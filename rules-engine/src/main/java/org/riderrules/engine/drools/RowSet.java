package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.explain.Evidence;
import org.riderrules.engine.pack.Table;

/**
 * The rows that hold for one selection of market, capacity, scenario and days: one object for as long as the pack is
 * loaded, compared by identity. Immutable, thread-safe.
 */
public final class RowSet {
    private final List<Table.Row> rows;
    private final Map<Object, Evidence.RowUsed> evidence;

    RowSet(List<List<Table.Row>> tables) {
        List<Table.Row> all = new ArrayList<>();
        tables.forEach(all::addAll);
        this.rows = List.copyOf(all);
        Map<Object, Evidence.RowUsed> known = new IdentityHashMap<>();
        rows.forEach(row -> known.put(row.instance(), new Evidence.RowUsed(row.row())));
        this.evidence = Collections.unmodifiableMap(known);
    }

    /** The rows, in order of table and line. */
    List<Table.Row> rows() {
        return rows;
    }

    /** The row behind an instance of a declared type; null when it is none of these rows. */
    Evidence.@Nullable RowUsed evidence(Object instance) {
        return evidence.get(instance);
    }
}
