package org.riderrules.engine.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;

/**
 * Reads a table file: comma-separated values by RFC 4180, UTF-8, the first line the header. A cell may be quoted, and
 * then hold commas, line ends and doubled quotes. Lines end with LF or CR LF; blank lines are left out; there are no
 * comments. Holds no state. Why not a library: docs/decisions/0002-own-csv-reader.md.
 */
final class CsvReader {
    private CsvReader() {}

    /** Reads a table; rows that are wrong are reported and left out. Null when not even the header could be read. */
    static @Nullable TableText read(String name, PackFile file, Consumer<PackProblem> problems) {
        String text = PackText.of(file, problems);
        if (text == null) {
            return null;
        }
        List<CsvRow> rows = new CsvScanner(file.path(), text, problems).rows();
        if (rows.isEmpty()) {
            problems.accept(PackProblem.inFile(
                    "table-empty",
                    file.path(),
                    "the file has no header",
                    "write the column names on the first line: market, source and the fields of " + name));
            return null;
        }
        List<Cell> header = rows.get(0).cells();
        if (!hasGoodHeader(header, problems)) {
            return null;
        }
        List<CsvRow> even = rows.stream()
                .skip(1)
                .filter(row -> isEven(header, row, problems))
                .toList();
        return new TableText(name, file, header, even);
    }

    private static boolean hasGoodHeader(List<Cell> header, Consumer<PackProblem> problems) {
        Map<String, Place> seen = new HashMap<>();
        boolean good = true;
        Cell first = header.get(0);
        if (header.size() == 1 && (first.text().contains(";") || first.text().contains("\t"))) {
            problems.accept(first.place()
                    .problem(
                            "table-separator",
                            "the header has one column, " + Quoted.of(first.text()),
                            "separate columns with commas, not with semicolons or tabs"));
            return false;
        }
        for (Cell cell : header) {
            Place earlier = seen.putIfAbsent(cell.text(), cell.place());
            if (cell.text().isEmpty()) {
                good = false;
                problems.accept(cell.place()
                        .problem(
                                "table-empty-header",
                                "column " + (header.indexOf(cell) + 1) + " has no name",
                                "name it, or delete the column"));
            } else if (earlier != null) {
                good = false;
                problems.accept(cell.place()
                        .problem(
                                "table-duplicate-column",
                                "the column " + Quoted.of(cell.text()) + " stands here again; it is at " + earlier,
                                "keep one of the two"));
            }
        }
        return good;
    }

    private static boolean isEven(List<Cell> header, CsvRow row, Consumer<PackProblem> problems) {
        int wanted = header.size();
        int given = row.cells().size();
        if (row.cells().stream().allMatch(cell -> cell.text().isEmpty())) {
            problems.accept(row.cells()
                    .get(0)
                    .place()
                    .problem("table-empty-row", "every cell of the row is empty", "delete the row"));
            return false;
        }
        if (given == wanted) {
            return true;
        }
        Place place = given > wanted
                ? row.cells().get(wanted).place()
                : row.cells().get(given - 1).place();
        problems.accept(place.problem(
                "table-ragged-row",
                "the row has " + cells(given) + " and the header has " + wanted,
                given > wanted
                        ? "delete what is too much, or quote a cell that holds a comma: \"a, b\""
                        : "add a comma for each empty cell; missing from here: "
                                + header.subList(given, wanted).stream()
                                        .map(Cell::text)
                                        .collect(Collectors.joining(", "))));
        return false;
    }

    private static String cells(int count) {
        return count + (count == 1 ? " cell" : " cells");
    }
}
