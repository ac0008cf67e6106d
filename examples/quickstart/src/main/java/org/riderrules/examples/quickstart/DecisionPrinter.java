package org.riderrules.examples.quickstart;

import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.riderrules.api.Decision;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;

/**
 * Prints one decision with the tree of rules, facts and dated rows behind each outcome. What stands in the tree a second
 * time is only named there.
 */
final class DecisionPrinter {
    private final PrintStream out;
    private final Set<Object> printed = Collections.newSetFromMap(new IdentityHashMap<>());

    DecisionPrinter(PrintStream out) {
        this.out = out;
    }

    /** The outcomes, and what is said about each. */
    void summarize(Decision decision) {
        heading(decision);
        decision.explanation().because().forEach(this::outcome);
    }

    /** The same, and the tree behind each outcome. */
    void explain(Decision decision) {
        heading(decision);
        for (Because because : decision.explanation().because()) {
            outcome(because);
            print("      ", because.grounds());
        }
    }

    private void heading(Decision decision) {
        out.printf("%n  %s v%d%n", decision.topic(), decision.provenance().version());
    }

    private void outcome(Because because) {
        line("    ", Words.of(because.outcome()));
        if (because.grounds() instanceof Evidence.FiredRule fired) {
            line("      ", fired.text(Locale.ENGLISH));
            because.texts().values().forEach(more -> line("      ", more.text(Locale.ENGLISH, fired.bindings())));
        } else if (because.grounds() instanceof Evidence.EngineCheck check) {
            line("      ", check.found());
        }
    }

    private void print(String indent, Evidence node) {
        if (node instanceof Evidence.FiredRule fired) {
            print(indent, fired);
        } else if (node instanceof Evidence.FactUsed used) {
            boolean first = printed.add(used.fact());
            line(indent + "fact  ", first ? Words.of(used.fact()) : used.fact().identity() + " (above)");
        } else if (node instanceof Evidence.RowUsed used) {
            boolean first = printed.add(used.row());
            line(indent + "row   ", used.row().where() + (first ? ": " + Words.of(used.row()) : " (above)"));
        } else if (node instanceof Evidence.OutcomeUsed used) {
            line(indent + "from  ", used.topic() + ": " + Words.of(used.outcome()));
        } else if (node instanceof Evidence.DayUsed used) {
            line(indent + "day   ", used.date());
        } else if (node instanceof Evidence.NoneFound none) {
            line(indent + "no    ", none.type());
        } else if (node instanceof Evidence.EngineCheck check) {
            line(indent + "check ", check.check() + ": " + check.found());
        }
    }

    private void print(String indent, Evidence.FiredRule fired) {
        boolean first = printed.add(fired);
        line(indent + "rule  ", fired.rule().sentence() + " [" + fired.rule().id() + "]" + (first ? "" : " (above)"));
        if (first) {
            fired.grounds().forEach(ground -> print(indent + "  ", ground));
        }
    }

    private void line(String prefix, String text) {
        out.println(Wrapped.text(prefix, text));
    }
}
