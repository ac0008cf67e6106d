package org.riderrules.examples.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table for a plain terminal: numbers to the right, words to the left, long last cells on several lines. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final String alignment;

    /** @param alignment a letter for each column, {@code l} or {@code r} */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    /** Adds a row with a cell for each column. */
    TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell.toString());
        }
        rows.add(row);
        return this;
    }

    /** Prints it, indented like everything under a heading. */
    void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size() - 1; column++) {
                line.append(GAP).append(padded(row.get(column), column));
            }
            line.append(GAP);
            int last = row.size() - 1;
            String cell = alignment.charAt(last) == 'r' ? padded(row.get(last), last) : row.get(last);
            out.println(Wrapped.text(line.toString(), cell).stripTrailing());
        }
    }

    private String padded(String cell, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String space = " ".repeat(width - cell.length());
        return alignment.charAt(column) == 'r' ? space + cell : cell + space;
    }
}
