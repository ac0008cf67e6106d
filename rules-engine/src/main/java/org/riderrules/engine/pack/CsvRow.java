package org.riderrules.engine.pack;

import java.util.List;

/**
 * One row of a table file. Immutable, thread-safe.
 *
 * @param line the line the row begins on, from 1
 * @param cells its cells, in the order of the columns
 */
public record CsvRow(int line, List<Cell> cells) {

    /** Copies {@code cells}. */
    public CsvRow {
        cells = List.copyOf(cells);
    }
}
