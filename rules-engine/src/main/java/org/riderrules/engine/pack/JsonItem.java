package org.riderrules.engine.pack;

import java.util.List;
import java.util.Map;

/** One value of a JSON document that still knows where it stands. Immutable. */
public sealed interface JsonItem {

    /** Where it begins. */
    Place place();

    /** What it is, for messages: {@code the text "HK"}, {@code a list}. */
    String shown();

    /** A member of an object. */
    record Member(Place key, JsonItem value) {}

    /** An object; members in the order of the file, the first one of two with the same key. */
    record Fields(Place place, Map<String, Member> members) implements JsonItem {
        @Override
        public String shown() {
            return "an object";
        }
    }

    /** A list. */
    record Items(Place place, List<JsonItem> items) implements JsonItem {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A text. */
    record Text(Place place, String text) implements JsonItem {
        @Override
        public String shown() {
            return "the text " + Quoted.of(text);
        }
    }

    /** A number as written. */
    record Number(Place place, String digits) implements JsonItem {
        @Override
        public String shown() {
            return "the number " + digits;
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Word(Place place, String word) implements JsonItem {
        @Override
        public String shown() {
            return word;
        }
    }
}
