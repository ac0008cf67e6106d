package org.riderrules.examples.quickstart;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.outcome.TierMovement;

/** Prints what was counted. */
final class Report {
    private static final int MOST_REASONS = 12;
    private static final int BAR = 40;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(String file, Tally tally) {
        counts(file, tally);
        standings(tally);
        outcomes(tally);
        reasons(tally);
    }

    private void counts(String file, Tally tally) {
        out.printf("%n%s%n", file);
        new TextTable("rl")
                .row(number(tally.riders()), "riders read")
                .row(number(tally.ridersDecided()), "riders decided, in " + number(tally.decisions()) + " decisions")
                .row(number(tally.ridersFailed()), "riders not decided")
                .row(number(tally.rowsUnreadable()), "rows not read")
                .print(out);
    }

    private void standings(Tally tally) {
        tally.standings().forEach((market, standings) -> {
            int total = standings.values().stream().mapToInt(Integer::intValue).sum();
            TextTable table = new TextTable("lrrl");
            standings.forEach((standing, riders) -> {
                Rate share = Rate.of(riders, total);
                table.row(standing.label(), number(riders), percent(share), bar(share));
            });
            out.printf("%nTiers in %s, %s riders%n", market, number(total));
            table.print(out);
            out.println("  " + moved(tally.movements().getOrDefault(market, Collections.emptySortedMap())));
        });
    }

    private static String moved(SortedMap<TierMovement, Integer> movements) {
        return Arrays.stream(TierMovement.values())
                .map(movement ->
                        movement.name().toLowerCase(Locale.ROOT) + " " + number(movements.getOrDefault(movement, 0)))
                .collect(Collectors.joining(", "));
    }

    private void outcomes(Tally tally) {
        TextTable table = new TextTable("llr");
        String topic = "";
        for (var each : tally.outcomes().entrySet()) {
            String next = each.getKey().topic();
            table.row(next.equals(topic) ? "" : next, each.getKey().name(), number(each.getValue()));
            topic = next;
        }
        out.printf("%nOutcomes%n");
        table.print(out);
    }

    private void reasons(Tally tally) {
        TextTable table = new TextTable("rll");
        tally.reasons(MOST_REASONS)
                .forEach(each -> table.row(
                        number(each.getValue()),
                        each.getKey().id(),
                        each.getKey().sentence()));
        out.printf("%nMost frequent reasons%n");
        table.print(out);
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(Rate share) {
        return share.toDecimal(3).movePointRight(2) + " %";
    }

    private static String bar(Rate share) {
        return "#".repeat(share.toDecimal(3).multiply(BigDecimal.valueOf(BAR)).intValue());
    }
}
