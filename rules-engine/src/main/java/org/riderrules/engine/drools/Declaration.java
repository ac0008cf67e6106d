package org.riderrules.engine.drools;

import java.util.List;

/**
 * A type declaration as it stands in the text, before there is a class.
 *
 * @param name the simple name
 * @param fields the fields in order
 * @param file the file it stands in
 * @param offset where its name stands in that file, from 0
 */
record Declaration(String name, List<DeclaredField> fields, SourceText file, int offset) {

    Declaration {
        fields = List.copyOf(fields);
    }

    /** The declared type once its class exists. */
    DeclaredType withClass(Class<?> type) {
        return new DeclaredType(name, type, fields, file.path(), file.line(offset));
    }
}
