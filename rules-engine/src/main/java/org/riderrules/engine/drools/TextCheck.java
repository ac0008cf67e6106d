package org.riderrules.engine.drools;

/**
 * Which characters a DRL file may have. Drools and the Java compiler read some of them in another way than an author, or
 * a checker, sees them: an escape becomes a quote, a lone carriage return ends a comment, a mark turns the reading
 * direction.
 */
final class TextCheck {
    private TextCheck() {}

    /** Checks every character of a file; tells the first wrong one of each line. */
    static void check(SourceText file, Problems problems) {
        String text = file.text();
        int told = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            boolean carriageReturn = character == '\r' && text.startsWith("\n", at + 1);
            if (!carriageReturn && !allowed(character) && file.line(at) != told) {
                told = file.line(at);
                problems.add(
                        "character-not-allowed",
                        file,
                        at,
                        null,
                        character == '\\'
                                ? "a backslash is not part of the language, not even in a text or a comment"
                                : "the character " + name(character) + " is not part of the language",
                        "write plain characters; what needs an escape can be said without");
            }
        }
    }

    private static String name(int character) {
        String unicode = Character.getName(character);
        return "U+" + Integer.toHexString(0x1_0000 + character).substring(1).toUpperCase(java.util.Locale.ROOT)
                + (unicode == null ? "" : " (" + unicode + ")");
    }

    private static boolean allowed(int character) {
        if (character == '\n' || character == '\t') {
            return true;
        }
        return character != '\\'
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
