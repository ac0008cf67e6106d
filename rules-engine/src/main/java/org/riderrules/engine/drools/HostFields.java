package org.riderrules.engine.drools;

import java.util.Map;
import java.util.TreeMap;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;
import org.riderrules.engine.language.ListedType;

/**
 * The fields of a type as rules name them: listed methods without parameters, such as {@code score()} of a training
 * result or {@code getYear()} as {@code year}.
 */
final class HostFields {
    private HostFields() {}

    /** Field name to the method that reads it, sorted by name; empty for a type that is not listed. */
    static Map<String, ListedMember> of(Class<?> type) {
        Map<String, ListedMember> fields = new TreeMap<>();
        ListedType listed = Language.standard().type(type);
        if (listed != null) {
            for (ListedMember member : listed.members(ListedMember.Kind.METHOD)) {
                if (member.parameters().isEmpty()) {
                    fields.putIfAbsent(fieldName(member.name()), member);
                }
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
}
