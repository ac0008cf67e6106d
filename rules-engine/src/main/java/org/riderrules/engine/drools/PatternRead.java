package org.riderrules.engine.drools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of a rule, at any depth.
 *
 * @param type what it asks for
 * @param binding the name it gives to the fact; null when it gives none
 * @param quantifier how it asks
 * @param line the line it begins on, from 1
 * @param column the column it begins in, from 1
 * @param constraints its conditions and bindings, in order
 * @param fields what it does with the fields of its own type, by field
 */
public record PatternRead(
        TypeRef type,
        @Nullable String binding,
        Quantifier quantifier,
        int line,
        int column,
        List<Constraint> constraints,
        List<FieldUse> fields) {

    /** Copies the lists. */
    public PatternRead {
        constraints = List.copyOf(constraints);
        fields = List.copyOf(fields);
    }
}
