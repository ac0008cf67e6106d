package org.riderrules.engine.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.Capacity;

/** Turns the rows of a table file into filled instances of its declared type. For one thread, for one table. */
final class TableBinder {
    private static final String NOTE = "note";
    private static final int LONGEST_CELL = 4_000;
    private static final Set<String> RESERVED =
            new LinkedHashSet<>(List.of("market", "capacity", "scenario", "from", "until", "source", NOTE));
    private static final List<String> CAPACITIES =
            Arrays.stream(Capacity.values()).map(Enum::name).toList();

    private final TableText text;
    private final RowType rowType;
    private final Set<String> keyFields;
    private final Manifest manifest;
    private final Consumer<PackProblem> problems;
    private final Map<String, Class<?>> fields;
    private final Map<String, CellType> cellTypes = new LinkedHashMap<>();
    private boolean foundProblem;

    TableBinder(
            TableText text, RowType rowType, Set<String> keyFields, Manifest manifest, Consumer<PackProblem> problems) {
        this.text = text;
        this.rowType = rowType;
        this.keyFields = keyFields;
        this.manifest = manifest;
        this.problems = problems;
        this.fields = rowType.fields();
        if (!fields.keySet().containsAll(keyFields)) {
            throw new IllegalArgumentException(
                    "key fields " + keyFields + " of " + text.name() + "; its fields are " + fields.keySet());
        }
    }

    /** The rows that have no problem. */
    List<BoundRow> rows() {
        header();
        List<BoundRow> rows = new ArrayList<>();
        for (CsvRow row : text.rows()) {
            BoundRow bound = row(row);
            if (bound != null) {
                rows.add(bound);
            }
        }
        return rows;
    }

    /** Whether any problem was reported. */
    boolean foundProblem() {
        return foundProblem;
    }

    private void header() {
        List<String> columns = text.header().stream().map(Cell::text).toList();
        List<String> wanted = new ArrayList<>(fields.keySet());
        wanted.addAll(RESERVED);
        for (Cell column : text.header()) {
            if (!wanted.contains(column.text())) {
                List<String> free =
                        wanted.stream().filter(name -> !columns.contains(name)).toList();
                String nearest = Nearest.of(column.text(), free);
                report(
                        column.place(),
                        "table-unknown-column",
                        Quoted.of(column.text()) + " is neither a field of " + text.name() + " nor a reserved column",
                        (nearest == null ? "" : "did you mean " + nearest + "? ") + "fields: "
                                + String.join(", ", fields.keySet()) + "; reserved: " + String.join(", ", RESERVED));
            }
        }
        Place line = new Place(text.file().path(), text.header().get(0).place().line(), 0);
        for (String required : List.of("market", "source")) {
            if (!columns.contains(required)) {
                report(line, "table-missing-column", "the column \"" + required + "\" is missing", "add it");
            }
        }
        fields.forEach((name, type) -> field(name, type, columns, line));
    }

    private void field(String name, Class<?> type, List<String> columns, Place line) {
        int column = columns.indexOf(name);
        CellType cellType = CellTypes.of(type);
        if (RESERVED.contains(name)) {
            report(
                    line,
                    "table-reserved-field",
                    text.name() + " declares the field \"" + name + "\", which is a reserved column",
                    "rename the field in vocabulary.drl; reserved columns never reach a rule");
        } else if (column < 0) {
            report(
                    line,
                    "table-missing-column",
                    "the field \"" + name + "\" of " + text.name() + " has no column",
                    "add the column, or delete the field from vocabulary.drl");
        } else if (cellType == null) {
            report(
                    text.header().get(column).place(),
                    "table-field-type",
                    "the field \"" + name + "\" is declared as " + type.getSimpleName() + ", which a table cannot fill",
                    "declare it as one of " + CellTypes.ALLOWED);
        } else {
            cellTypes.put(name, cellType);
        }
    }

    private @Nullable BoundRow row(CsvRow row) {
        boolean before = foundProblem;
        foundProblem = false;
        Map<String, Cell> cells = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String column = text.header().get(i).text();
            Cell cell = row.cells().get(i);
            cells.put(column, cell);
            if (!column.equals(NOTE)) {
                noSpaces(column, cell);
            }
            notTooLong(column, cell);
        }
        BoundRow bound = foundProblem ? null : bound(row, cells);
        boolean good = !foundProblem;
        foundProblem |= before;
        return good ? bound : null;
    }

    private @Nullable BoundRow bound(CsvRow row, Map<String, Cell> cells) {
        Selector selector = new Selector(market(cells), capacity(cells), scenario(cells));
        Period period = period(cells);
        String source = source(cells);
        Map<String, Object> values = new HashMap<>();
        SortedMap<String, String> written = new TreeMap<>();
        cellTypes.forEach((name, type) -> {
            Cell cell = cells.get(name);
            Object value = cell == null ? null : value(name, cell, type);
            if (cell != null && value != null) {
                values.put(name, value);
                written.put(name, cell.text());
            }
        });
        if (foundProblem || period == null || source == null) {
            return null;
        }
        TableRow shown = new TableRow(
                text.name(),
                text.file().path(),
                row.line(),
                written,
                selector.market(),
                selector.capacity(),
                selector.scenario(),
                period.from(),
                period.until(),
                source);
        List<Object> key = keyFields.stream()
                .sorted()
                .map(name -> comparable(values, name))
                .toList();
        Cell from = cells.get("from");
        Place place = from != null ? from.place() : row.cells().get(0).place();
        return new BoundRow(new Table.Row(rowType.make(values), shown), selector, period, key, place);
    }

    private static Object comparable(Map<String, Object> values, String name) {
        Object value = values.getOrDefault(name, "");
        // 1.0 and 1.00 are one key, though Java tells them apart.
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    private void noSpaces(String column, Cell cell) {
        String given = cell.text();
        if (!given.isEmpty() && (isSpace(given.charAt(0)) || isSpace(given.charAt(given.length() - 1)))) {
            report(
                    cell.place(),
                    "table-cell-spaces",
                    Quoted.of(given) + " in column " + column + " begins or ends with a space",
                    "delete the space");
        }
    }

    private void notTooLong(String column, Cell cell) {
        if (cell.text().length() > LONGEST_CELL) {
            report(
                    cell.place(),
                    "table-cell-length",
                    "the cell of " + column + " has " + cell.text().length() + " characters",
                    "write at most " + LONGEST_CELL);
        }
    }

    private static boolean isSpace(char character) {
        // The no-break space of a spreadsheet is no white space to Java.
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private String market(Map<String, Cell> cells) {
        return selected(cells, "market", manifest.markets(), "table-unknown-market", "markets of this pack");
    }

    private String capacity(Map<String, Cell> cells) {
        return selected(cells, "capacity", CAPACITIES, "table-unknown-capacity", "capacity types");
    }

    private String selected(Map<String, Cell> cells, String column, List<String> allowed, String code, String kind) {
        Cell cell = cells.get(column);
        if (cell == null || cell.text().equals(Selector.ANY)) {
            return Selector.ANY;
        }
        if (cell.text().isEmpty()) {
            emptySelector(column, cell);
        } else if (!allowed.contains(cell.text())) {
            report(
                    cell.place(),
                    code,
                    Quoted.of(cell.text()) + " is not one of the " + kind,
                    Nearest.mend(cell.text(), allowed, kind) + "; * for any");
        }
        return cell.text();
    }

    private String scenario(Map<String, Cell> cells) {
        Cell cell = cells.get("scenario");
        if (cell == null) {
            return Selector.ANY;
        }
        if (cell.text().isEmpty()) {
            emptySelector("scenario", cell);
        }
        return cell.text();
    }

    private void emptySelector(String column, Cell cell) {
        report(
                cell.place(),
                "table-empty-cell",
                "the cell of " + column + " is empty",
                "write " + Selector.ANY + " for any " + column);
    }

    private @Nullable Period period(Map<String, Cell> cells) {
        LocalDate from = day(cells.get("from"), "from");
        Cell last = cells.get("until");
        LocalDate until = day(last, "until");
        Period period = new Period(from, until);
        if (period.isEmpty() && last != null) {
            report(
                    last.place(),
                    "table-until",
                    "until is " + until + " and not after from, which is " + from,
                    "until is the first day the row no longer holds: write a later day, or leave it empty");
            return null;
        }
        return period;
    }

    private @Nullable LocalDate day(@Nullable Cell cell, String column) {
        if (cell == null || cell.text().isEmpty()) {
            return null;
        }
        LocalDate day = IsoDate.parse(cell.text());
        if (day == null) {
            report(
                    cell.place(),
                    "table-value",
                    Quoted.of(cell.text()) + " in column " + column + " is not a day",
                    "write year-month-day of a day that exists, such as " + IsoDate.EXAMPLE + ", or leave it empty");
        }
        return day;
    }

    private @Nullable String source(Map<String, Cell> cells) {
        Cell cell = cells.get("source");
        if (cell == null) {
            return null;
        }
        if (cell.text().isEmpty()) {
            report(
                    cell.place(),
                    "table-empty-cell",
                    "the cell of source is empty",
                    "say where the numbers of this row come from: law, agreement or policy, with its section");
        }
        return cell.text();
    }

    private @Nullable Object value(String name, Cell cell, CellType type) {
        if (cell.text().isEmpty()) {
            boolean key = keyFields.contains(name);
            Class<?> declared = fields.get(name);
            if (key || declared != null && declared.isPrimitive()) {
                report(
                        cell.place(),
                        "table-empty-cell",
                        "the cell of " + name + " is empty" + (key ? ", and it identifies the row" : ""),
                        "write " + type.called());
            }
            return null;
        }
        CellType.Reading reading = type.read(cell.text());
        if (reading.value() == null) {
            report(
                    cell.place(),
                    "table-value",
                    Quoted.of(cell.text()) + " in column " + name + " is not " + type.called(),
                    reading.mend());
        }
        return reading.value();
    }

    private void report(Place place, String code, String what, String mend) {
        foundProblem = true;
        problems.accept(place.problem(code, what, mend));
    }
}
