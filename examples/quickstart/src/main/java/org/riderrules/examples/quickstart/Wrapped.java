package org.riderrules.examples.quickstart;

/** Breaks long texts between words, and keeps them under the column where they began. */
final class Wrapped {
    private static final int WIDTH = 110;

    private Wrapped() {}

    static String text(String prefix, String text) {
        StringBuilder result = new StringBuilder(prefix);
        int column = prefix.length();
        String indent = "\n" + " ".repeat(prefix.length());
        for (String word : text.split(" ")) {
            if (column > prefix.length() && column + 1 + word.length() > WIDTH) {
                result.append(indent);
                column = prefix.length();
            }
            if (column > prefix.length()) {
                result.append(' ');
                column++;
            }
            result.append(word);
            column += word.length();
        }
        return result.toString();
    }
}
