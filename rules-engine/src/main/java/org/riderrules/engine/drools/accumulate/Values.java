package org.riderrules.engine.drools.accumulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values seen so far, in their order, each with how often. */
final class Values extends ExactFunction.State {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Object, Integer> counts = new TreeMap<>(ValueOrder.NATURAL);

    @Override
    void clear() {
        counts.clear();
    }

    @Override
    void add(Object value) {
        counts.merge(value, 1, Integer::sum);
    }

    @Override
    void remove(Object value) {
        counts.computeIfPresent(value, (same, count) -> count > 1 ? count - 1 : null);
    }

    @Nullable
    Object smallest() {
        return counts.isEmpty() ? null : counts.firstKey();
    }

    /** The first of those that are largest by value. */
    @Nullable
    Object largest() {
        if (counts.isEmpty()) {
            return null;
        }
        Object largest = counts.lastKey();
        Object before = counts.lowerKey(largest);
        while (before != null && ValueOrder.byValue(before, largest) == 0) {
            largest = before;
            before = counts.lowerKey(largest);
        }
        return largest;
    }

    List<Object> all() {
        List<Object> all = new ArrayList<>();
        counts.forEach((value, count) -> all.addAll(Collections.nCopies(count, value)));
        return Collections.unmodifiableList(all);
    }

    /** Of values that are alike the first. */
    List<Object> different() {
        List<Object> different = new ArrayList<>();
        for (Object value : counts.keySet()) {
            if (different.isEmpty() || ValueOrder.byValue(different.get(different.size() - 1), value) != 0) {
                different.add(value);
            }
        }
        return Collections.unmodifiableList(different);
    }
}
