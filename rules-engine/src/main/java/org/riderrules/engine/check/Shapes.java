package org.riderrules.engine.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.Outcome;

/** The types of facts and outcomes and their components, by name. Thread-safe; holds no state. */
final class Shapes {
    /** The types of facts by simple name. */
    static final SortedMap<String, Class<?>> FACTS = records(Fact.class);

    /** The types of outcomes by simple name. */
    static final SortedMap<String, Class<?>> OUTCOMES = records(Outcome.class);

    private Shapes() {}

    /** The components of a record by name, in their order; without an outcome within an outcome, which has no form. */
    static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!Outcome.class.isAssignableFrom(component.getType())) {
                components.put(component.getName(), component);
            }
        }
        return Collections.unmodifiableMap(components);
    }

    /** The value of a component; null = absent. */
    static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component.getName() + " of " + record, e);
        }
    }

    private static SortedMap<String, Class<?>> records(Class<?> sealed) {
        SortedMap<String, Class<?>> found = new TreeMap<>();
        collect(sealed, found);
        return Collections.unmodifiableSortedMap(found);
    }

    private static void collect(Class<?> type, Map<String, Class<?>> found) {
        if (type.isRecord()) {
            found.put(type.getSimpleName(), type);
        } else {
            Arrays.stream(type.getPermittedSubclasses()).forEach(each -> collect(each, found));
        }
    }
}
