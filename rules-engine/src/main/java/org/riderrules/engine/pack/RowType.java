package org.riderrules.engine.pack;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a declared type and how to fill them: a public constructor without arguments, setters. Immutable. */
final class RowType {
    private final Constructor<?> constructor;
    private final Map<String, Method> setters;

    private RowType(Constructor<?> constructor, Map<String, Method> setters) {
        this.constructor = constructor;
        this.setters = Collections.unmodifiableMap(setters);
    }

    /** @throws IllegalArgumentException when the type is not one that the rule compiler makes from a declaration */
    static RowType of(Class<?> type) {
        Map<String, Method> setters = new LinkedHashMap<>();
        collect(type, type, setters);
        try {
            return new RowType(type.getConstructor(), setters);
        } catch (NoSuchMethodException missing) {
            throw new IllegalArgumentException(
                    type.getName() + " has no public constructor without arguments", missing);
        }
    }

    private static void collect(Class<?> type, Class<?> declaring, Map<String, Method> setters) {
        Class<?> parent = declaring.getSuperclass();
        if (parent != null && parent != Object.class) {
            collect(type, parent, setters);
        }
        for (Field field : declaring.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                setter(type, field).ifPresent(setter -> setters.put(field.getName(), setter));
            }
        }
    }

    private static Optional<Method> setter(Class<?> type, Field field) {
        String name = field.getName();
        String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(setter))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {field.getType()}))
                .findFirst();
    }

    /** The fields in the order of their declaration, with their types. */
    Map<String, Class<?>> fields() {
        Map<String, Class<?>> fields = new LinkedHashMap<>();
        setters.forEach((name, setter) -> fields.put(name, setter.getParameterTypes()[0]));
        return fields;
    }

    /**
     * A new instance. What has no value is null, also where the type starts with another one: Drools' classic mode makes
     * classes whose number fields start with 0, and missing is not zero.
     */
    Object make(Map<String, Object> values) {
        try {
            Object instance = constructor.newInstance();
            for (Map.Entry<String, Method> setter : setters.entrySet()) {
                @Nullable Object value = values.get(setter.getKey());
                if (value != null || !setter.getValue().getParameterTypes()[0].isPrimitive()) {
                    setter.getValue().invoke(instance, value);
                }
            }
            return instance;
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalArgumentException(
                    constructor.getDeclaringClass().getName() + " cannot be filled", failure);
        }
    }
}
