package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.TupleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/**
 * One firing. What it matched and bound is read only when somebody asks, which must be before its session is disposed:
 * most firings lead to no outcome, and nobody asks. As rules neither change nor retract facts, a match says the same at
 * the end of a run as when it fired.
 */
final class Firing {
    private final PreparedRule rule;
    private final Match match;
    private @Nullable List<Object> matched;
    private @Nullable Object inserted;

    Firing(PreparedRule rule, Match match) {
        this.rule = rule;
        this.match = match;
    }

    PreparedRule rule() {
        return rule;
    }

    void insert(Object fact) {
        this.inserted = fact;
    }

    /** What its right-hand side inserted: one thing, as the language has it; null when it threw. */
    @Nullable
    Object inserted() {
        return inserted;
    }

    /** The facts and conclusions behind the match, in the order of its patterns, with what an accumulate went over. */
    List<Object> matched() {
        List<Object> known = matched;
        if (known == null) {
            known = walk((TupleImpl) match);
            matched = known;
        }
        return known;
    }

    /**
     * {@code getObjectsDeep()} of Drools has, for an accumulate, the values it was given and not the facts they come
     * from; so the tuples are walked here, from the last pattern to the first.
     */
    private static List<Object> walk(TupleImpl last) {
        List<Object> objects = new ArrayList<>();
        @Nullable TupleImpl tuple = last;
        while (tuple != null) {
            if (tuple.getContextObject() instanceof AccumulateNode.AccumulateContext) {
                consumed(tuple, objects);
            }
            if (tuple.getFactHandle() != null) {
                objects.add(tuple.getFactHandle().getObject());
            }
            tuple = tuple.getParent();
        }
        Collections.reverse(objects);
        return objects;
    }

    /** What an accumulate went over: each child of its tuple joins one fact, or one tuple of a subnetwork. */
    private static void consumed(TupleImpl accumulating, List<Object> objects) {
        int first = objects.size();
        @Nullable TupleImpl child = accumulating.getFirstChild();
        while (child != null) {
            TupleImpl joined = child.getRightParent();
            if (joined != null && joined.getFactHandle() != null) {
                objects.add(first, joined.getFactHandle().getObject());
            }
            child = child.getHandleNext();
        }
    }

    /** The values it bound, by name without the dollar sign. */
    SortedMap<String, String> bindings() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : match.getDeclarationIds()) {
            String text = name.startsWith("$") ? BindingText.of(match.getDeclarationValue(name)) : null;
            if (text != null) {
                texts.put(name.substring(1), text);
            }
        }
        return texts;
    }
}
