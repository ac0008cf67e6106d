package org.riderrules.engine.drools;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an expression stands for.
 *
 * @param type its Java type, boxed; null when it is not known
 * @param origins the fields it is taken or computed from
 * @param fact the type of the fact, when it is a whole one; null otherwise
 * @param direct whether it is a field as it stands, not something computed from fields
 */
record Value(
        @Nullable Class<?> type,
        Set<Scope.Origin> origins,
        @Nullable TypeRef fact,
        boolean direct) {
    static final Value UNKNOWN = new Value(null, Set.of(), null, false);

    Value {
        origins = Set.copyOf(origins);
    }

    /** A value that comes from no field. */
    static Value constant(@Nullable Class<?> type) {
        return new Value(type, Set.of(), null, false);
    }

    /** A value computed from fields. */
    static Value computed(@Nullable Class<?> type, Set<Scope.Origin> origins) {
        return new Value(type, origins, null, false);
    }

    /** A whole fact. */
    static Value fact(TypeRef type) {
        return new Value(type.hostClass(), Set.of(), type, false);
    }
}
