package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Capacity;

/** Whether the rows of a table answer every question, and once. For one thread. */
final class TableChecks {
    private final Table table;
    private final boolean keyless;
    private final Consumer<PackProblem> problems;
    private final Collection<List<BoundRow>> successions;

    TableChecks(Table table, boolean keyless, Consumer<PackProblem> problems) {
        this.table = table;
        this.keyless = keyless;
        this.problems = problems;
        // Rows of one selector and key, one after the other in time.
        this.successions = table.bound().stream()
                .sorted(Comparator.comparing((BoundRow row) -> row.period().start())
                        .thenComparingInt(BoundRow::line))
                .collect(Collectors.groupingBy(
                        row -> List.of(row.selector(), row.key()), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Two rows of one selector and key must not hold on the same day. */
    void overlaps() {
        for (List<BoundRow> succession : successions) {
            BoundRow longest = succession.get(0);
            for (BoundRow row : succession.subList(1, succession.size())) {
                if (longest.period().overlaps(row.period())) {
                    overlap(longest, row);
                }
                longest = row.period().end().isAfter(longest.period().end()) ? row : longest;
            }
        }
    }

    private void overlap(BoundRow one, BoundRow other) {
        BoundRow earlier = one.line() < other.line() ? one : other;
        BoundRow later = earlier == one ? other : one;
        String both = "lines " + earlier.line() + " and " + later.line() + " both hold for " + later.shown() + ", "
                + earlier.period() + " and " + later.period();
        problems.accept(
                keyless
                        ? later.place()
                                .problem(
                                        "table-no-key",
                                        both + ", and no field of " + table.name() + " is marked @key",
                                        "mark the fields that identify a row with @key in vocabulary.drl, or delete"
                                                + " one of the two")
                        : later.place()
                                .problem(
                                        "table-overlap",
                                        both,
                                        "end one with until on the day the other begins, or delete one"));
    }

    /** Dated rows of one selector and key must follow each other without a day between. */
    void gaps() {
        for (List<BoundRow> succession : successions) {
            for (int i = 1; i < succession.size(); i++) {
                BoundRow before = succession.get(i - 1);
                BoundRow after = succession.get(i);
                if (before.period().end().isBefore(after.period().start())) {
                    problems.accept(after.place()
                            .problem(
                                    "table-gap",
                                    "line " + before.line() + " ends on "
                                            + before.period().end() + " and line "
                                            + after.line() + " begins on "
                                            + after.period().start() + ": no row for " + after.shown() + " between",
                                    "let one begin on the day the other ends, or add a row for the days between"));
                }
            }
        }
    }

    /** Some row must hold for every market and capacity type on every day the pack decides on. */
    void coverage(Manifest manifest) {
        if (manifest.optionalTables().contains(table.name())) {
            return;
        }
        Period effective = manifest.effective();
        List<LocalDate> days = Stream.concat(
                        Stream.of(effective.start()), table.changes().filter(effective::contains))
                .distinct()
                .toList();
        for (String market : manifest.markets()) {
            Map<LocalDate, List<String>> lacking = new LinkedHashMap<>();
            for (Capacity capacity : Capacity.values()) {
                LocalDate day = firstWithoutRow(market, capacity, days);
                if (day != null) {
                    lacking.computeIfAbsent(day, first -> new ArrayList<>()).add(capacity.name());
                }
            }
            lacking.forEach((day, capacities) -> noRow(market, capacities, day));
        }
    }

    private @Nullable LocalDate firstWithoutRow(String market, Capacity capacity, List<LocalDate> days) {
        return days.stream()
                .filter(day -> table.rowsFor(market, capacity, null, day).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void noRow(String market, List<String> capacities, LocalDate day) {
        String whom = capacities.size() == Capacity.values().length
                ? "any capacity (" + String.join(", ", capacities) + ")"
                : "capacity " + String.join(", ", capacities);
        problems.accept(PackProblem.inFile(
                "table-no-row",
                table.file(),
                "no row holds for market " + market + ", " + whom + ", on " + day,
                "add a row for it, or one for *, that holds on that day; or name " + table.name()
                        + " in optionalTables of pack.json when it may have none"));
    }
}
