package org.riderrules.engine.pack;

import org.riderrules.api.error.PackProblem;

/**
 * A place in a file of a pack. Immutable, thread-safe.
 *
 * @param file the path within the pack source
 * @param line the line, from 1; 0 for the whole file
 * @param column the column in characters, from 1; a tab counts as one; 0 for the whole line
 */
public record Place(String file, int line, int column) {

    /** A problem that lies here. */
    public PackProblem problem(String code, String what, String mend) {
        return PackProblem.at(code, file, line, column, what, mend);
    }

    /** {@code file:line:column}, as far as they are known. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }
}
