package org.riderrules.examples.quickstart;

import java.io.IOException;
import org.riderrules.api.DecisionRequest;

/** What a file of facts holds: riders to decide about, and rows that could not be read. */
sealed interface Row {
    /** Where it stands, {@code file:line}; for a rider with many lines the first of them. */
    String where();

    /** A rider with his facts. */
    record Rider(String where, DecisionRequest request) implements Row {}

    /** A row that could not be read, and why. */
    record Unreadable(String where, String reason) implements Row {
        static Unreadable because(String where, Exception e) {
            return new Unreadable(where, String.valueOf(e.getMessage()));
        }
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    interface Sink {
        /** @throws IOException when what is made of the row cannot be written */
        void accept(Row row) throws IOException;
    }
}
