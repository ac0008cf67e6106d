package org.riderrules.engine.drools;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one pattern does with one field of its own type.
 *
 * @param field the field as authors write it
 * @param operators the operators it is compared with, seen from the field ({@code 3 < x} counts as {@code >}); without
 *     null tests
 * @param nullTested whether the pattern asks if it is missing
 * @param bound whether the pattern gives it a name
 */
public record FieldUse(String field, SortedSet<String> operators, boolean nullTested, boolean bound) {

    /** Copies {@code operators}. */
    public FieldUse {
        operators = Collections.unmodifiableSortedSet(new TreeSet<>(operators));
    }

    /** Whether the pattern compares it with something other than null. */
    public boolean compared() {
        return !operators.isEmpty();
    }
}
