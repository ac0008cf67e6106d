package org.riderrules.engine.drools;

import java.util.Comparator;

/**
 * A rule reads a field.
 *
 * @param type the type's simple name
 * @param field the field as authors write it
 * @param how what the rule does with it
 */
public record FieldRead(String type, String field, How how) implements Comparable<FieldRead> {
    private static final Comparator<FieldRead> ORDER = Comparator.comparing(FieldRead::type)
            .thenComparing(FieldRead::field)
            .thenComparing(FieldRead::how);

    /** What a rule does with a field. */
    public enum How {
        /** Compares it: a missing value makes the comparison false, except with {@code !=}. */
        COMPARED,
        /** Asks whether it is missing. */
        NULL_TESTED,
        /** Computes with it, or gives it to a function or a method. */
        COMPUTED,
        /** Gives it a name, and so makes it evidence. */
        BOUND,
        /** Hands it on to what it inserts. */
        INSERTED
    }

    /** By type, field and use. */
    @Override
    public int compareTo(FieldRead other) {
        return ORDER.compare(this, other);
    }
}
