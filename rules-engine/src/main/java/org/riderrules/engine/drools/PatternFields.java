package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what one pattern does with its own fields. */
final class PatternFields {
    private final SortedMap<String, Use> uses = new TreeMap<>();

    /** What was seen of one field so far. */
    private static final class Use {
        private final SortedSet<String> operators = new TreeSet<>();
        private boolean nullTested;
        private boolean bound;
    }

    /** The pattern compares the field. */
    void compared(String field, String operator) {
        use(field).operators.add(operator);
    }

    /** The pattern asks whether the field is missing. */
    void nullTested(String field) {
        use(field).nullTested = true;
    }

    /** The pattern binds the field. */
    void bound(String field) {
        use(field).bound = true;
    }

    /** The pattern uses the field in some other way. */
    void touched(String field) {
        use(field);
    }

    private Use use(String field) {
        return uses.computeIfAbsent(field, name -> new Use());
    }

    /** What was collected, by field. */
    List<FieldUse> all() {
        List<FieldUse> all = new ArrayList<>();
        for (Map.Entry<String, Use> entry : uses.entrySet()) {
            Use use = entry.getValue();
            all.add(new FieldUse(entry.getKey(), use.operators, use.nullTested, use.bound));
        }
        return all;
    }
}
