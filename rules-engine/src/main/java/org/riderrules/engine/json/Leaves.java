package org.riderrules.engine.json;

import java.util.Arrays;

/** The personal leaves of one document, taken out of it while it is written. Not thread-safe: one for each document. */
final class Leaves {
    /**
     * What stands in the place of a leaf; between the two a commitment in base64url. No record and no map of the API has
     * a list under this name, so nothing else looks like it.
     */
    static final String BEFORE = "{\"sealed\":[\"";

    static final String AFTER = "\"]}";
    /** 32 bytes in base64url without padding. */
    static final int COMMITMENT = 43;

    private static final String PLACE = BEFORE + "-".repeat(COMMITMENT) + AFTER;

    private final CanonicalOut values = new CanonicalOut();
    private int[] places = new int[32];
    private int[] ends = new int[32];
    private int count;

    /** Keeps the value and leaves a place for its commitment. */
    void take(CanonicalOut document, Object value) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        places[count] = document.length() + BEFORE.length();
        document.ascii(PLACE);
        values.put(count == 0 ? '[' : ',');
        values.value(value);
        ends[count++] = values.length();
    }

    SealableJson finish(CanonicalOut document) {
        values.ascii(count == 0 ? "[]" : "]");
        return new SealableJson(
                document.toBytes(), values.toBytes(), Arrays.copyOf(places, count), Arrays.copyOf(ends, count));
    }
}
