package org.riderrules.engine.pack;

import java.util.List;

/**
 * A row that was read without a problem. Immutable, as far as {@code row} is.
 *
 * @param row what a decision gets
 * @param selector where it holds
 * @param period when it holds
 * @param key the values of its key fields, comparable by {@code equals}; empty when the type has no key
 * @param place where it begins to hold: its {@code from} cell, or the row's first cell
 */
record BoundRow(Table.Row row, Selector selector, Period period, List<Object> key, Place place) {

    int line() {
        return row.row().line();
    }

    /** For messages: {@code market HK, capacity *, scenario *, key GOLD}. */
    String shown() {
        return selector
                + (key.isEmpty()
                        ? ""
                        : ", key "
                                + String.join(
                                        " ", key.stream().map(Object::toString).toList()));
    }
}
