package org.riderrules.engine.drools.accumulate;

import java.util.Comparator;

/**
 * The natural order of values; where that finds two alike that are written differently, such as 93/100 and 186/200 or
 * 4.5 and 4.50, by what is written. So the first of several is the same one, whatever the order they came in.
 */
enum ValueOrder implements Comparator<Object> {
    NATURAL;

    @Override
    public int compare(Object one, Object other) {
        int value = byValue(one, other);
        return value != 0 ? value : one.toString().compareTo(other.toString());
    }

    /** The gate lets nothing but comparable values of one type come here. */
    @SuppressWarnings("unchecked")
    static int byValue(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
