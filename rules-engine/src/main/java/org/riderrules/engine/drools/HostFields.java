package org.riderrules.engine.drools;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of a host type as rules name them: record components, and public methods without parameters, such as
 * {@code score()} of a training result or {@code getName()} as {@code name}.
 */
final class HostFields {
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "clone");

    private HostFields() {}

    /** Field name to the method that reads it, sorted by name. */
    static Map<String, Method> of(Class<?> type) {
        Map<String, Method> fields = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (readable(method)) {
                fields.putIfAbsent(fieldName(method), method);
            }
        }
        return fields;
    }

    /** The field a call such as {@code getName()} or {@code name()} reads. */
    static String fieldName(String method) {
        for (String prefix : new String[] {"get", "is"}) {
            if (method.length() > prefix.length()
                    && method.startsWith(prefix)
                    && Character.isUpperCase(method.charAt(prefix.length()))) {
                return Character.toLowerCase(method.charAt(prefix.length())) + method.substring(prefix.length() + 1);
            }
        }
        return method;
    }

    private static String fieldName(Method method) {
        return fieldName(method.getName());
    }

    private static boolean readable(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !OF_EVERY_OBJECT.contains(method.getName());
    }
}
