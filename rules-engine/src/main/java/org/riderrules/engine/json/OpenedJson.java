package org.riderrules.engine.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;

/** The way back from {@link SealableJson}: a document whose sealed leaves are found, and filled in again. Immutable. */
public final class OpenedJson {
    private static final byte[] BEFORE = Leaves.BEFORE.getBytes(StandardCharsets.US_ASCII);
    private static final int SEALED = Leaves.BEFORE.length() + Leaves.COMMITMENT + Leaves.AFTER.length();

    private final byte[] document;
    private final List<Integer> places;

    private OpenedJson(byte[] document, List<Integer> places) {
        this.document = document;
        this.places = places;
    }

    /**
     * Finds the sealed leaves of a document.
     *
     * @param document bytes in canonical form; not copied
     */
    public static OpenedJson of(byte[] document) {
        List<Integer> places = new ArrayList<>();
        // Inside a text every quotation mark has a backslash before it, so this is found only where it is meant.
        for (int i = 0; i + SEALED <= document.length; i++) {
            if (document[i] == '{' && Arrays.equals(document, i, i + BEFORE.length, BEFORE, 0, BEFORE.length)) {
                places.add(i);
                i += SEALED - 1;
            }
        }
        return new OpenedJson(document, places);
    }

    /** How many leaves are sealed. */
    public int leaves() {
        return places.size();
    }

    /**
     * The commitment in the place of a leaf, 32 bytes.
     *
     * @throws IllegalArgumentException when there is none
     */
    public byte[] commitment(int leaf) {
        int from = places.get(leaf) + BEFORE.length;
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(document, from, from + Leaves.COMMITMENT));
    }

    /** Where a leaf stands in the document, in bytes from its beginning. */
    public int place(int leaf) {
        return places.get(leaf);
    }

    /**
     * The values of a canonical list, each as its bytes.
     *
     * @throws CanonicalScan.UnexpectedException when it is not a list
     */
    public static List<byte[]> items(byte[] list) {
        List<byte[]> items = new ArrayList<>();
        CanonicalScan scan = new CanonicalScan(list, 0, list.length);
        scan.expect("[");
        while (!scan.next("]")) {
            if (!items.isEmpty()) {
                scan.expect(",");
            }
            int from = scan.at();
            scan.skip();
            items.add(Arrays.copyOfRange(list, from, scan.at()));
        }
        if (!scan.atEnd()) {
            throw new CanonicalScan.UnexpectedException("the end of the list", scan.at());
        }
        return items;
    }

    /**
     * The document with these values in the place of the sealed leaves.
     *
     * @param values one for each leaf, in order; null = that leaf stays sealed
     */
    public String with(List<byte @Nullable []> values) {
        if (values.size() != places.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + places.size() + " sealed leaves");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length);
        int from = 0;
        for (int i = 0; i < values.size(); i++) {
            byte[] value = values.get(i);
            if (value != null) {
                out.write(document, from, places.get(i) - from);
                out.write(value, 0, value.length);
                from = places.get(i) + SEALED;
            }
        }
        out.write(document, from, document.length - from);
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record of any class that JSON can hold, strictly.
     *
     * @param root what the document is called in messages
     * @throws InvalidRequestException naming path, line, column, value and what is allowed, for the first thing wrong
     */
    public static <T> T read(String json, Class<T> type, String root) {
        return RecordReader.read(json, type, root);
    }
}
