package org.riderrules.engine.audit;

/**
 * The first place where a trail is not as it was written.
 *
 * @param kind what happened there
 * @param sequence the sequence of the entry concerned, or of the first of several
 * @param until the sequence of the last entry concerned; the same when it is one
 * @param file the file, as it was named
 * @param line the line in that file, from 1; for what is missing the line where it should stand
 * @param what what was found
 */
public record Finding(Kind kind, long sequence, long until, String file, long line, String what) {

    /** What happened. */
    public enum Kind {
        /** An entry, or one of several, was changed. */
        CHANGED,
        /** An entry is not there. */
        MISSING,
        /** An entry is there that does not belong there, for instance a copy. */
        INSERTED,
        /** An entry stands in another place. */
        REORDERED,
        /** The trail ends without a closing checkpoint: what followed was cut off, or it is still being written. */
        CUT_OFF
    }

    /** For people: {@code file:line: entry 17 was changed: ...}. */
    @Override
    public String toString() {
        String entries = until == sequence ? "entry " + sequence : "entries " + sequence + " to " + until;
        String verb = switch (kind) {
            case CHANGED -> until == sequence ? " was changed: " : ", at least one was changed: ";
            case MISSING -> until == sequence ? " is missing: " : " are missing: ";
            case INSERTED -> " was inserted: ";
            case REORDERED -> " is out of order: ";
            case CUT_OFF -> " is the last: ";
        };
        return file + ":" + line + ": " + entries + verb + what;
    }
}
