package org.riderrules.engine.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.fact.Personal;

/** A record class as JSON sees it: its components in order, and how it is told from its siblings. Immutable. */
final class RecordShape {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final List<Part> parts;
    private final List<String> properties;
    private final Constructor<?> constructor;
    private final @Nullable String tag;

    /**
     * A component.
     *
     * @param name its name in Java and JSON
     * @param type its declared type
     * @param getter reads it, from Object to Object
     * @param personal whether it says something about a person
     */
    record Part(String name, Type type, MethodHandle getter, boolean personal) {
        /** Whether it is a list. */
        boolean isList() {
            return type instanceof ParameterizedType list && list.getRawType() == List.class;
        }

        @Nullable
        Object of(Object value) {
            try {
                return (Object) getter.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(
                        "cannot read " + value.getClass().getName() + "." + name, e);
            }
        }
    }

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        List<Part> found = new ArrayList<>();
        for (RecordComponent component : components) {
            found.add(new Part(
                    component.getName(), component.getGenericType(), getter(component), isPersonal(type, component)));
        }
        parts = Collections.unmodifiableList(found);
        constructor = constructor(type, components);
        if (isOneOfSeveral(type)) {
            String key = Evidence.class.isAssignableFrom(type) ? Nodes.KEY : Nodes.TYPE;
            if (parts.stream().anyMatch(part -> part.name.equals(key))) {
                throw new IllegalArgumentException(
                        "the record " + type.getName() + " has a component \"" + key + "\" where its own name goes");
            }
            tag = key;
        } else {
            tag = null;
        }
        List<String> names = new ArrayList<>();
        if (tag != null) {
            names.add(tag);
        }
        if (type == Evidence.FiredRule.class) {
            names.add(Nodes.ID);
        }
        parts.forEach(part -> names.add(part.name));
        if (type == Evidence.FiredRule.class) {
            names.add(Nodes.TEXTS);
        }
        properties = Collections.unmodifiableList(names);
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The records of a sealed family, by the word that names them. */
    static Map<String, RecordShape> family(Class<?> sealed) {
        Map<String, RecordShape> members = new TreeMap<>();
        collect(sealed, members);
        return Collections.unmodifiableMap(members);
    }

    private static void collect(Class<?> type, Map<String, RecordShape> members) {
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                collect(member, members);
            }
        } else {
            RecordShape shape = of(type);
            members.put(shape.word(), shape);
        }
    }

    private static MethodHandle getter(RecordComponent component) {
        Method accessor = component.getAccessor();
        try {
            accessor.trySetAccessible();
            return MethodHandles.lookup().unreflect(accessor).asType(GETTER);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("cannot read " + accessor, e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters);
            canonical.trySetAccessible();
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor: " + type.getName(), e);
        }
    }

    private static boolean isPersonal(Class<?> type, RecordComponent component) {
        return component.isAnnotationPresent(Personal.class)
                || isPersonal(type) && !component.isAnnotationPresent(NotPersonal.class);
    }

    private static boolean isPersonal(Class<?> type) {
        return type.isAnnotationPresent(Personal.class)
                || Arrays.stream(type.getInterfaces()).anyMatch(RecordShape::isPersonal);
    }

    private static boolean isOneOfSeveral(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(each -> each.isSealed() || isOneOfSeveral(each));
    }

    /** Its simple name. */
    String name() {
        return type.getSimpleName();
    }

    /** Whether a host hands it in, and may leave out an empty list as with a builder. */
    boolean isHandedIn() {
        return Fact.class.isAssignableFrom(type) || type == DecisionRequest.class;
    }

    /** The properties that its JSON may have, in order. */
    List<String> properties() {
        return properties;
    }

    /** Its components, in order. */
    List<Part> parts() {
        return parts;
    }

    /** The property that tells it from its siblings; null when it has none. */
    @Nullable
    String tag() {
        return tag;
    }

    /** What stands in that property. */
    String word() {
        return Evidence.class.isAssignableFrom(type) ? Nodes.word(type) : name();
    }

    /** Calls the canonical constructor, which may refuse with any unchecked exception. */
    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalArgumentException("cannot make " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make " + type.getName(), e);
        }
    }
}
