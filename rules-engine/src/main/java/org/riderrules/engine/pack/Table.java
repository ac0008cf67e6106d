package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.Capacity;

/**
 * A table bound to its declared type: which rows hold for a market, a capacity type, a scenario and a day. Thread-safe:
 * rows are made once, and each selection is computed once and then shared. The instances are those of the rule
 * compiler's classes and could be changed; nobody may.
 */
public final class Table {
    private final String name;
    private final String file;
    private final List<BoundRow> bound;
    private final List<Row> rows;
    private final long[] changes;
    private final Set<String> markets;
    private final Set<String> scenarios;
    private final Map<Question, List<Row>> answers = new ConcurrentHashMap<>();

    /**
     * One row of a table.
     *
     * @param instance the declared type, filled; the same object for every request
     * @param row the row as an explanation shows it
     */
    public record Row(Object instance, TableRow row) {}

    private record Question(String market, Capacity capacity, String scenario, int segment) {}

    private Table(String name, String file, Collection<BoundRow> bound) {
        this.name = name;
        this.file = file;
        this.bound =
                bound.stream().sorted(Comparator.comparingInt(BoundRow::line)).toList();
        this.rows = this.bound.stream().map(BoundRow::row).toList();
        this.changes = this.bound.stream()
                .map(BoundRow::period)
                .flatMap(period -> Stream.of(period.start(), period.end()))
                .mapToLong(LocalDate::toEpochDay)
                .distinct()
                .sorted()
                .toArray();
        this.markets = this.bound.stream().map(row -> row.selector().market()).collect(Collectors.toUnmodifiableSet());
        this.scenarios =
                this.bound.stream().map(row -> row.selector().scenario()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Binds a table to its declared type and checks that it answers every question once. Rows with a problem are left
     * out, so the table is only to be used when no problem was reported.
     *
     * @param text the table as written
     * @param rowType the declared type: a class with a public constructor without arguments, and setters
     * @param keyFields the fields that identify a row; may be empty for a table with one row at a time
     * @param manifest the manifest of the table's pack
     * @param problems told of each problem, with file, line and column
     * @throws IllegalArgumentException when {@code rowType} is not such a class or a key field is not one of its fields
     */
    public static Table bind(
            TableText text,
            Class<?> rowType,
            Set<String> keyFields,
            Manifest manifest,
            Consumer<PackProblem> problems) {
        TableBinder binder = new TableBinder(text, RowType.of(rowType), keyFields, manifest, problems);
        List<BoundRow> rows = binder.rows();
        Table table = new Table(text.name(), text.file().path(), rows);
        boolean whole = !binder.foundProblem();
        TableChecks checks = new TableChecks(table, keyFields.isEmpty(), problems);
        checks.overlaps();
        if (whole) {
            // With rows missing, these would only repeat what was said about the rows.
            checks.gaps();
            checks.coverage(manifest);
        }
        return table;
    }

    /** The table's name, which is that of its declared type. */
    public String name() {
        return name;
    }

    /** The path within the pack source. */
    public String file() {
        return file;
    }

    /** Every row, in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The rows that hold: for each key the most specific one in force. An exact value is more specific than {@code *},
     * a market more than a capacity type, a capacity type more than a scenario.
     *
     * @param market the market asked for
     * @param capacity the capacity type asked for
     * @param scenario the scenario asked for; null, like one that no row names, for rows of any scenario
     * @param asOf the effective day
     * @return an immutable list in the order of the file; the same list for the same question
     */
    public List<Row> rowsFor(String market, Capacity capacity, @Nullable String scenario, LocalDate asOf) {
        // What no row names is all the same to this table, so that requests cannot fill the memory with answers.
        Question question = new Question(
                markets.contains(market) ? market : Selector.ANY,
                capacity,
                scenario != null && scenarios.contains(scenario) ? scenario : Selector.ANY,
                segment(asOf));
        List<Row> known = answers.get(question);
        return known != null ? known : answers.computeIfAbsent(question, asked -> select(asked, asOf));
    }

    /** Name and file: {@code TierThreshold (tiering/v2/tables/TierThreshold.csv)}. */
    @Override
    public String toString() {
        return name + " (" + file + ")";
    }

    List<BoundRow> bound() {
        return bound;
    }

    /** The days on which a row begins or ends to hold, sorted. */
    Stream<LocalDate> changes() {
        return Arrays.stream(changes).mapToObj(LocalDate::ofEpochDay);
    }

    private int segment(LocalDate day) {
        int found = Arrays.binarySearch(changes, day.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }

    private List<Row> select(Question asked, LocalDate day) {
        Map<List<Object>, BoundRow> best = new HashMap<>();
        for (BoundRow row : bound) {
            if (row.period().contains(day)
                    && row.selector().matches(asked.market(), asked.capacity().name(), asked.scenario())) {
                best.merge(
                        row.key(),
                        row,
                        (held, other) ->
                                other.selector().weight() > held.selector().weight() ? other : held);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt(BoundRow::line))
                .map(BoundRow::row)
                .toList();
    }
}
