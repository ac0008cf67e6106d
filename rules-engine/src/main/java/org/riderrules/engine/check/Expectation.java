package org.riderrules.engine.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of a case. Outcomes of types that are not named may come out too, unless {@code only} is set.
 * Immutable, thread-safe.
 *
 * @param outcomes for each named type of outcome the components that must be equal, one map for each outcome of this
 *     type; an empty list = no outcome of this type. Decimals and rates are equal by value; null = absent
 * @param only whether outcomes of other types are forbidden
 * @param because ids of rules that must stand in the explanation
 * @param not ids of rules that must not stand in the explanation
 * @param noPackInForce whether no version of the pack may be in force; then nothing else is expected
 * @param version the version of the pack that must have decided; 0 = any
 */
public record Expectation(
        SortedMap<String, List<SortedMap<String, @Nullable Object>>> outcomes,
        boolean only,
        List<String> because,
        List<String> not,
        boolean noPackInForce,
        int version) {

    /** Copies. */
    public Expectation {
        SortedMap<String, List<SortedMap<String, @Nullable Object>>> copy = new TreeMap<>();
        for (Map.Entry<String, List<SortedMap<String, @Nullable Object>>> entry : outcomes.entrySet()) {
            List<SortedMap<String, @Nullable Object>> each = new ArrayList<>();
            for (SortedMap<String, @Nullable Object> components : entry.getValue()) {
                each.add(Collections.unmodifiableSortedMap(new TreeMap<>(components)));
            }
            copy.put(entry.getKey(), List.copyOf(each));
        }
        outcomes = Collections.unmodifiableSortedMap(copy);
        because = List.copyOf(because);
        not = List.copyOf(not);
    }
}
