package org.riderrules.examples.quickstart;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.TierAssigned;

/** Keeps the decisions about one rider, to show them. */
final class Spotlight {
    private final @Nullable String wanted;
    private final Topic explained;
    private List<Decision> shown = List.of();

    /**
     * @param wanted the rider to show; null = the first with a tier
     * @param explained the topic whose decision is explained down to facts and rows
     */
    Spotlight(@Nullable String wanted, Topic explained) {
        this.wanted = wanted;
        this.explained = explained;
    }

    /** The decisions about one rider. */
    void offer(List<Decision> decisions) {
        if (shown.isEmpty() && decisions.stream().anyMatch(this::isWanted)) {
            shown = List.copyOf(decisions);
        }
    }

    private boolean isWanted(Decision decision) {
        return wanted == null
                ? decision.has(TierAssigned.class)
                : decision.riderId().equals(wanted);
    }

    void print(PrintStream out) {
        if (shown.isEmpty()) {
            out.printf("%s%n", wanted == null ? "No rider has a tier." : "No rider " + wanted + " was decided.");
            return;
        }
        Decision first = shown.get(0);
        out.printf("Rider %s, %s, %s, on %s%n", first.riderId(), first.market(), first.capacity(), first.asOf());
        for (Decision decision : shown) {
            DecisionPrinter printer = new DecisionPrinter(out);
            if (decision.topic().equals(explained)) {
                printer.explain(decision);
            } else {
                printer.summarize(decision);
            }
        }
    }
}
