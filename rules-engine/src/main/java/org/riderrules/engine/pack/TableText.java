package org.riderrules.engine.pack;

import java.util.List;
import org.riderrules.api.spi.PackFile;

/**
 * A table as its author wrote it, before it is bound to a declared type. Immutable, thread-safe.
 *
 * @param name the table's name and that of its declared type: the file's name without {@code .csv}
 * @param file the file it was read from
 * @param header the column names, each once
 * @param rows the rows, each with as many cells as the header
 */
public record TableText(String name, PackFile file, List<Cell> header, List<CsvRow> rows) {

    /** Copies the lists. */
    public TableText {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
