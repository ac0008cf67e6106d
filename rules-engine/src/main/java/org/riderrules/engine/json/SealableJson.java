package org.riderrules.engine.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A value in canonical form, out of which the leaves that say something about a person have been taken: in the place of
 * each stands {@code {"sealed":["..."]}} with room for a commitment. Which leaves are personal is said by
 * {@link org.riderrules.api.fact.Personal}. Not thread-safe.
 */
public final class SealableJson {
    private final byte[] document;
    private final byte[] values;
    private final int[] places;
    private final int[] ends;

    SealableJson(byte[] document, byte[] values, int[] places, int[] ends) {
        this.document = document;
        this.values = values;
        this.places = places;
        this.ends = ends;
    }

    /**
     * Takes a value apart.
     *
     * @throws IllegalArgumentException as {@link CanonicalJson#bytes}
     */
    public static SealableJson of(Object value) {
        Leaves leaves = new Leaves();
        CanonicalOut out = new CanonicalOut(leaves);
        out.value(value);
        return leaves.finish(out);
    }

    /** How many personal leaves there are. */
    public int leaves() {
        return places.length;
    }

    /** The document without the leaves; not a copy. */
    public byte[] document() {
        return document;
    }

    /** The leaves as one canonical list, in the order of the document; not a copy. */
    public byte[] values() {
        return values;
    }

    /** Where a leaf begins in {@link #values()}. */
    public int from(int leaf) {
        return leaf == 0 ? 1 : ends[leaf - 1] + 1;
    }

    /** Where a leaf ends in {@link #values()}. */
    public int to(int leaf) {
        return ends[leaf];
    }

    /**
     * Puts a commitment in the place of a leaf.
     *
     * @param commitment 32 bytes
     */
    public void commit(int leaf, byte[] commitment) {
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(commitment);
        if (text.length != Leaves.COMMITMENT) {
            throw new IllegalArgumentException("a commitment of " + commitment.length + " bytes; it has 32");
        }
        System.arraycopy(text, 0, document, places[leaf], text.length);
    }

    /** The document as text. */
    @Override
    public String toString() {
        return new String(document, StandardCharsets.UTF_8);
    }
}
