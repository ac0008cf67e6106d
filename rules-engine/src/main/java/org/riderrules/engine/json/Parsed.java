package org.riderrules.engine.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A parsed piece of JSON that still knows where it stood. Immutable. */
sealed interface Parsed {

    /** Where it begins. */
    Place place();

    /** What it is, for people, shortened. */
    String shown();

    /** A line and a column, both from 1. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** An object; its properties in the order of the document, each once. */
    record Members(Place place, Map<String, Parsed> members) implements Parsed {
        @Override
        public String shown() {
            return "an object";
        }
    }

    /** A list. */
    record Items(Place place, List<Parsed> items) implements Parsed {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A text. */
    record Text(Place place, String text) implements Parsed {
        @Override
        public String shown() {
            return quoted(text);
        }
    }

    /** A number, as written. */
    record Figure(Place place, String text) implements Parsed {
        @Override
        public String shown() {
            return shortened(text);
        }
    }

    /** True, false. */
    record Flag(Place place, boolean value) implements Parsed {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    /** Null. */
    record Nothing(Place place) implements Parsed {
        @Override
        public String shown() {
            return "null";
        }
    }

    /** A text in quotes for a message: shortened, and without characters that would break a log line. */
    static String quoted(String text) {
        StringBuilder safe = new StringBuilder("\"");
        for (char c : shortened(text).toCharArray()) {
            boolean odd = Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029';
            safe.append(odd ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
        return safe.append('"').toString();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
