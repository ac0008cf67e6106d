package org.riderrules.engine.drools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule inserts, as it is written.
 *
 * @param typeOffset where the name of the type stands, from 0
 * @param values what it is made from, in order
 */
record RuleInsert(int typeOffset, List<Argument> values) {

    RuleInsert {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param type its Java type, boxed; null when it is not known
     */
    record Argument(Expression expression, @Nullable Class<?> type) {}
}
