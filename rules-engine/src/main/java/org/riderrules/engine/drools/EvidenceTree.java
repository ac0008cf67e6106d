package org.riderrules.engine.drools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.Outcome;

/** Turns the firings of one run into the tree that stands behind each outcome. */
final class EvidenceTree {
    private static final Comparator<TableRow> BY_PLACE =
            Comparator.comparing(TableRow::file).thenComparingInt(TableRow::line);

    /** What each object in the session is, by identity: equal conclusions of two firings stay two. */
    private final Map<Object, Evidence> nodes = new IdentityHashMap<>();

    /** How large the explanation of a firing is when written out; what is not in here is one node. */
    private final Map<Evidence, Extent> extents = new IdentityHashMap<>();

    private final RowSet rows;
    private final Meter meter;

    /**
     * How large an explanation is when written out. In memory what two conclusions share is there once, and hosts write
     * it as often as it is reached: a chain of thirty conclusions, each from the one before twice, is a billion nodes.
     *
     * @param size nodes, itself included
     * @param depth nodes below one another, itself included
     */
    private record Extent(long size, int depth) {
        static final Extent LEAF = new Extent(1, 1);
        static final long MOST = Long.MAX_VALUE / 2;
    }

    EvidenceTree(Question question, Meter meter) {
        rows = question.rows();
        this.meter = meter;
        nodes.put(question.asOf(), new Evidence.DayUsed(question.asOf().date().toString()));
        for (Fact fact : question.facts()) {
            nodes.put(fact, new Evidence.FactUsed(fact));
        }
        for (Evidence.OutcomeUsed earlier : question.earlier()) {
            nodes.put(earlier.outcome(), earlier);
        }
    }

    /** To be called before the session is disposed: firings are read from it. */
    Run read(List<Firing> firings) {
        Map<Object, Firing> makers = new IdentityHashMap<>();
        List<Firing> last = new ArrayList<>();
        SortedSet<String> fired = new TreeSet<>();
        for (Firing firing : firings) {
            fired.add(firing.rule().ref().id());
            Object inserted = firing.inserted();
            if (inserted instanceof Outcome) {
                last.add(firing);
            } else if (inserted != null) {
                makers.put(inserted, firing);
            }
        }
        Set<Firing> needed = behind(last, makers);
        List<Run.Given> given = new ArrayList<>(last.size());
        long size = 0;
        for (Firing firing : firings) { // in time order: what a firing matched has its node before the firing itself
            if (needed.contains(firing)) {
                Evidence.FiredRule node = node(firing);
                Object inserted = firing.inserted();
                Extent extent = extent(node);
                if (inserted instanceof Outcome outcome) {
                    size = Math.min(Extent.MOST, size + extent.size());
                    meter.explanation(firing.rule(), size, extent.depth());
                    given.add(new Run.Given(outcome, node, firing.rule().description()));
                } else if (inserted != null) {
                    nodes.put(inserted, node);
                    extents.put(node, extent);
                }
            }
        }
        return new Run(given, fired, rowsUsed(firings));
    }

    private static Set<Firing> behind(List<Firing> last, Map<Object, Firing> makers) {
        Set<Firing> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Firing> open = new ArrayDeque<>(last);
        while (!open.isEmpty()) {
            Firing firing = open.pop();
            if (needed.add(firing)) {
                for (Object matched : firing.matched()) {
                    Firing maker = makers.get(matched);
                    if (maker != null) {
                        open.push(maker);
                    }
                }
            }
        }
        return needed;
    }

    private Evidence.FiredRule node(Firing firing) {
        List<Evidence> grounds = new ArrayList<>(firing.matched().size());
        for (Object matched : firing.matched()) {
            Evidence ground = nodes.get(matched);
            if (ground == null) {
                ground = rows.evidence(matched);
            }
            if (ground != null) {
                grounds.add(ground);
            }
        }
        grounds.addAll(firing.rule().absences());
        return new Evidence.FiredRule(firing.rule().ref(), firing.rule().reason(), firing.bindings(), grounds);
    }

    private Extent extent(Evidence.FiredRule node) {
        long size = 1;
        int depth = 0;
        for (Evidence ground : node.grounds()) {
            Extent below =
                    ground instanceof Evidence.FiredRule ? extents.getOrDefault(ground, Extent.LEAF) : Extent.LEAF;
            size = Math.min(Extent.MOST, size + below.size());
            depth = Math.max(depth, below.depth());
        }
        return new Extent(size, depth + 1);
    }

    private List<TableRow> rowsUsed(List<Firing> firings) {
        Set<TableRow> matchedRows = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Firing firing : firings) {
            for (Object matched : firing.matched()) {
                Evidence.RowUsed row = rows.evidence(matched);
                if (row != null) {
                    matchedRows.add(row.row());
                }
            }
        }
        List<TableRow> used = new ArrayList<>(matchedRows);
        used.sort(BY_PLACE);
        return used;
    }
}
