package org.riderrules.engine.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.riderrules.api.Decision;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;

/**
 * The way of a decision as lines for its author: each outcome, the rules that led to it, and what they matched, one
 * level deeper for each step. A rule that led to several things is told once. For one decision, one thread.
 */
final class Trace {
    private final StringBuilder text = new StringBuilder();
    private final Set<Evidence> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private Trace() {}

    /** The trace, ending with a line feed; not to be parsed. */
    static String of(Decision decision) {
        Trace trace = new Trace();
        for (Because because : decision.explanation().because()) {
            trace.line(0, because.outcome().toString());
            trace.grounds(1, because.grounds());
        }
        return trace.text.toString();
    }

    private void grounds(int depth, Evidence evidence) {
        if (evidence instanceof Evidence.FiredRule fired) {
            String where = fired.rule().file() + ":" + fired.rule().line() + ": "
                    + fired.rule().id();
            if (!told.add(fired)) {
                line(depth, where + " (as above)");
                return;
            }
            line(depth, where + ": " + fired.text(Locale.ENGLISH) + " " + fired.bindings());
            fired.grounds().forEach(each -> grounds(depth + 1, each));
        } else {
            line(depth, leaf(evidence));
        }
    }

    private static String leaf(Evidence evidence) {
        if (evidence instanceof Evidence.FactUsed used) {
            return used.fact().toString();
        }
        if (evidence instanceof Evidence.RowUsed used) {
            return used.row().where() + ": " + used.row().table() + " "
                    + used.row().values();
        }
        if (evidence instanceof Evidence.OutcomeUsed used) {
            return used.topic() + ": " + used.outcome();
        }
        if (evidence instanceof Evidence.DayUsed used) {
            return "as of " + used.date();
        }
        if (evidence instanceof Evidence.NoneFound none) {
            return "no " + none.type();
        }
        Evidence.EngineCheck check = (Evidence.EngineCheck) evidence;
        return "engine check " + check.check() + ": " + check.found();
    }

    private void line(int depth, String said) {
        text.append("  ".repeat(depth)).append(said).append('\n');
    }
}
