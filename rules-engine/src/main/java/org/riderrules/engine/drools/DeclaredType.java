package org.riderrules.engine.drools;

import java.util.List;

/**
 * A type that a pack declares: a table or an intermediate conclusion.
 *
 * @param name the simple name
 * @param type the generated class; has a constructor without arguments, one with all fields in order, one with the key
 *     fields, and a getter and setter for each field
 * @param fields the fields in the order of their declaration
 * @param file the path of the file that declares it
 * @param line the line of its declaration, from 1
 */
public record DeclaredType(String name, Class<?> type, List<DeclaredField> fields, String file, int line) {

    /** Copies {@code fields}. */
    public DeclaredType {
        fields = List.copyOf(fields);
    }
}
