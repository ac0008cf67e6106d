package org.riderrules.engine.pack;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Fact;

/** Reads, blanks and replaces fields of facts by name. Thread-safe. */
public final class FactFields {
    private static final Map<Class<?>, FactFields> BY_TYPE = new ConcurrentHashMap<>();

    private final List<String> names;
    private final List<Class<?>> types;
    private final List<MethodHandle> accessors;
    private final List<MethodHandle> lists = new ArrayList<>();
    private final MethodHandle constructor;

    private FactFields(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            names = Arrays.stream(components).map(RecordComponent::getName).toList();
            types = Arrays.stream(components)
                    .<Class<?>>map(RecordComponent::getType)
                    .toList();
            accessors = new ArrayList<>();
            for (RecordComponent component : components) {
                MethodHandle accessor = lookup.unreflect(component.getAccessor());
                accessors.add(accessor);
                if (Collection.class.isAssignableFrom(component.getType())) {
                    lists.add(accessor);
                }
            }
            constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new)))
                    .asSpreader(Object[].class, components.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no public record", e);
        }
    }

    /** The value of a field; null when it is not known. */
    public static @Nullable Object value(Fact fact, String field) {
        FactFields fields = of(fact);
        return read(fields.accessors.get(fields.names.indexOf(field)), fact);
    }

    /** How many elements all lists within a fact have together. */
    public static int elements(Fact fact) {
        int elements = 0;
        for (MethodHandle list : of(fact).lists) {
            elements += read(list, fact) instanceof Collection<?> known ? known.size() : 0;
        }
        return elements;
    }

    /** The same fact with these fields not known. */
    public static Fact blanked(Fact fact, Set<String> fields) {
        return of(fact).copy(fact, fields, null);
    }

    /**
     * The same fact with another value in a field.
     *
     * @throws InvalidValueException when the field cannot have this value
     */
    public static Fact with(Fact fact, String field, @Nullable Object value) {
        FactFields type = of(fact);
        if (value == null && type.types.get(type.names.indexOf(field)).isPrimitive()) {
            throw new InvalidValueException(fact.getClass().getSimpleName(), field, "null", "a value");
        }
        return type.copy(fact, Set.of(field), value);
    }

    /** The names of a fact's fields, in order. */
    public static List<String> names(Fact fact) {
        return of(fact).names;
    }

    private Fact copy(Fact fact, Set<String> fields, @Nullable Object value) {
        @Nullable Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.contains(names.get(i)) ? value : read(accessors.get(i), fact);
        }
        try {
            return (Fact) constructor.invoke(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot set " + fields + " of " + fact, e);
        }
    }

    private static FactFields of(Fact fact) {
        return BY_TYPE.computeIfAbsent(fact.getClass(), FactFields::new);
    }

    private static @Nullable Object read(MethodHandle accessor, Fact fact) {
        try {
            return accessor.invoke(fact);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + fact, e);
        }
    }
}
