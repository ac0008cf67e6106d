package org.riderrules.engine.pack;

import org.jspecify.annotations.Nullable;

/** How the text of a cell becomes a value of a field. Implementations are immutable and thread-safe. */
interface CellType {

    /** What the field wants, in an author's words: {@code a whole number}. */
    String called();

    /** Reads a text that is not empty and has no space around it. */
    Reading read(String text);

    /**
     * What came of a cell.
     *
     * @param value the value; null when the text was refused
     * @param mend how to write it instead; empty when it was read
     */
    record Reading(@Nullable Object value, String mend) {

        static Reading of(Object value) {
            return new Reading(value, "");
        }

        static Reading refused(String mend) {
            return new Reading(null, mend);
        }
    }
}
