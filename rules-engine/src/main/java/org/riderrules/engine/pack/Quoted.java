package org.riderrules.engine.pack;

/** What an author wrote, in quotes and short enough for a message. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    /** The text in quotes; after 80 characters only how long it is. */
    static String of(String text) {
        return text.length() <= LONGEST
                ? "\"" + text + "\""
                : "\"" + text.substring(0, LONGEST) + "...\" (" + text.length() + " characters)";
    }
}
