package org.riderrules.engine.check;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows where it stands. Immutable, thread-safe. */
sealed interface Yaml {

    /** Its line, from 1. */
    int line();

    /** Its column in characters, from 1. */
    int column();

    /** What it is, in an author's words. */
    String described();

    /** What a scalar is when it is written without quotes. */
    enum Kind {
        /** A text, with or without quotes. */
        TEXT,
        /** A number, still as it was written: it never passes through binary floating point. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code null}. */
        NULL,
        /** Nothing at all after the colon. */
        EMPTY
    }

    /** One value, as it was written. */
    record Scalar(String text, Kind kind, int line, int column) implements Yaml {
        @Override
        public String described() {
            return switch (kind) {
                case TEXT -> '"' + text + '"';
                case NUMBER, BOOLEAN, NULL -> text;
                case EMPTY -> "nothing";
            };
        }
    }

    /** A list. */
    record Items(List<Yaml> values, int line, int column) implements Yaml {
        /** Copies {@code values}. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String described() {
            return "a list of " + values.size();
        }
    }

    /** A map; its entries in the order of the file, each key once. */
    record Entries(Map<String, Entry> values, int line, int column) implements Yaml {
        @Override
        public String described() {
            return "a map with " + (values.isEmpty() ? "no key" : String.join(", ", values.keySet()));
        }
    }

    /** A key with its value; knows where the key stands. */
    record Entry(String key, Yaml value, int line, int column) {}
}
