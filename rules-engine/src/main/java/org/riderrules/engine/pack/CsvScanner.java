package org.riderrules.engine.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.riderrules.api.error.PackProblem;

/** Splits the text of a table file into rows and cells that know their places. For one thread, for one text. */
final class CsvScanner {
    private final String file;
    private final String text;
    private final Consumer<PackProblem> problems;
    private int at;
    private int line = 1;
    private int lineStart;

    CsvScanner(String file, String text, Consumer<PackProblem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** All rows but blank ones, the header first; rows with a misplaced quote are reported and left out. */
    List<CsvRow> rows() {
        List<CsvRow> rows = new ArrayList<>();
        while (at < text.length()) {
            if (text.startsWith("\n", at) || text.startsWith("\r\n", at)) {
                endLine();
            } else {
                row(rows);
            }
        }
        return rows;
    }

    private void row(List<CsvRow> rows) {
        int first = line;
        List<Cell> cells = new ArrayList<>();
        boolean whole = true;
        while (true) {
            Place place = new Place(file, line, at - lineStart + 1);
            StringBuilder cell = new StringBuilder();
            whole &= text.startsWith("\"", at) ? quoted(place, cell) : plain(cell);
            cells.add(new Cell(cell.toString(), place));
            if (!text.startsWith(",", at)) {
                break;
            }
            at++;
        }
        endLine();
        if (whole) {
            rows.add(new CsvRow(first, cells));
        }
    }

    private boolean plain(StringBuilder cell) {
        while (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
            if (text.charAt(at) == '"') {
                problems.accept(new Place(file, line, at - lineStart + 1)
                        .problem(
                                "table-quote",
                                "a quote stands within a cell that does not begin with one",
                                "quote the whole cell and double the quotes in it: \"a \"\"b\"\" c\""));
                skipToSeparator();
                return false;
            }
            cell.append(text.charAt(at++));
        }
        return true;
    }

    private boolean quoted(Place place, StringBuilder cell) {
        at++;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character != '"') {
                cell.append(character);
                at++;
                if (character == '\n') {
                    line++;
                    lineStart = at;
                }
            } else if (text.startsWith("\"\"", at)) {
                cell.append('"');
                at += 2;
            } else {
                at++;
                return closed();
            }
        }
        problems.accept(place.problem(
                "table-unterminated-quote",
                "the quote that opens here is never closed",
                "close it, or double a quote that belongs to the text"));
        return false;
    }

    private boolean closed() {
        if (at == text.length() || text.charAt(at) == ',' || atLineEnd()) {
            return true;
        }
        problems.accept(new Place(file, line, at - lineStart + 1)
                .problem(
                        "table-quote",
                        "there is text after the closing quote",
                        "put a comma after the quote, or double a quote that belongs to the text"));
        skipToSeparator();
        return false;
    }

    private void skipToSeparator() {
        while (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
            at++;
        }
    }

    private boolean atLineEnd() {
        return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
    }

    private void endLine() {
        at += text.startsWith("\r", at) ? 2 : 1;
        line++;
        lineStart = at;
    }
}
