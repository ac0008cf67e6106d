package org.riderrules.api.explain;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;

/**
 * One dated row of a pack's table, as it was used.
 *
 * @param table the table and its declared type, for instance {@code TierThreshold}
 * @param file the path within the pack source
 * @param line the row's line in that file, from 1
 * @param values the cells that rules can read, by column, as written in the file; an empty cell is left out
 * @param market the market the row holds for; {@code *} = any
 * @param capacity the capacity type the row holds for; {@code *} = any
 * @param scenario the scenario the row holds for; {@code *} = any
 * @param from first day the row holds; null = since ever
 * @param until first day the row no longer holds; null = open
 * @param source where the numbers come from
 */
public record TableRow(
        String table,
        String file,
        int line,
        SortedMap<String, String> values,
        String market,
        String capacity,
        String scenario,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String source) {

    private static final String TYPE = "TableRow";

    /** Copies {@code values}. */
    public TableRow {
        Require.present(TYPE, "table", table);
        Require.present(TYPE, "file", file);
        values = Require.map(TYPE, "values", values);
        Require.present(TYPE, "market", market);
        Require.present(TYPE, "capacity", capacity);
        Require.present(TYPE, "scenario", scenario);
        Require.present(TYPE, "source", source);
    }

    /** {@code file:line}. */
    public String where() {
        return file + ":" + line;
    }
}
