package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.pack.Table;

/** Turns the firings of one run into the tree that stands behind each outcome. */
final class EvidenceTree {
    private static final Comparator<TableRow> BY_PLACE =
            Comparator.comparing(TableRow::file).thenComparingInt(TableRow::line);

    /** What each object in the session is, by identity: equal conclusions of two firings stay two. */
    private final Map<Object, Evidence> nodes = new IdentityHashMap<>();

    EvidenceTree(Question question) {
        nodes.put(question.asOf(), new Evidence.DayUsed(question.asOf().date().toString()));
        for (Table.Row row : question.rows()) {
            nodes.put(row.instance(), new Evidence.RowUsed(row.row()));
        }
        for (Fact fact : question.facts()) {
            nodes.put(fact, new Evidence.FactUsed(fact));
        }
        for (Evidence.OutcomeUsed earlier : question.earlier()) {
            nodes.put(earlier.outcome(), earlier);
        }
    }

    /** Firings come in time order, so what a firing matched has its node before the firing itself. */
    Run read(List<FiringLog.Firing> firings) {
        List<Run.Given> given = new ArrayList<>();
        SortedSet<String> fired = new TreeSet<>();
        Set<TableRow> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        for (FiringLog.Firing firing : firings) {
            PreparedRule rule = firing.rule();
            fired.add(rule.ref().id());
            Evidence.FiredRule node = node(firing, rows);
            for (Object inserted : firing.inserted()) {
                if (inserted instanceof Outcome outcome) {
                    given.add(new Run.Given(outcome, node, rule.description()));
                } else {
                    nodes.put(inserted, node);
                }
            }
        }
        List<TableRow> used = new ArrayList<>(rows);
        used.sort(BY_PLACE);
        return new Run(given, fired, used);
    }

    private Evidence.FiredRule node(FiringLog.Firing firing, Set<TableRow> rows) {
        List<Evidence> grounds = new ArrayList<>(firing.matched().size());
        for (Object matched : firing.matched()) {
            Evidence ground = nodes.get(matched);
            if (ground != null) {
                grounds.add(ground);
                if (ground instanceof Evidence.RowUsed row) {
                    rows.add(row.row());
                }
            }
        }
        grounds.addAll(firing.rule().absences());
        return new Evidence.FiredRule(firing.rule().ref(), firing.rule().reason(), bindings(firing), grounds);
    }

    private static SortedMap<String, String> bindings(FiringLog.Firing firing) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < firing.names().size(); i++) {
            String name = firing.names().get(i);
            String text = name.startsWith("$") ? BindingText.of(firing.values().get(i)) : null;
            if (text != null) {
                texts.put(name.substring(1), text);
            }
        }
        return texts;
    }
}
