package org.riderrules.engine.json;

import java.nio.charset.StandardCharsets;

/**
 * Walks over bytes in canonical form without making objects of them: files of gigabytes are read at the speed of the
 * disk, and a document may be of any size. Not for documents of other origin: it does not check all of JSON. Not
 * thread-safe.
 */
public final class CanonicalScan {
    private static final int DEEPEST = 1_000;

    private final byte[] bytes;
    private int at;
    private final int end;

    /** Over the bytes from {@code from} to before {@code to}; not copied. */
    public CanonicalScan(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** What was found is not what was expected in this place; the message shows nothing of what was found. */
    public static final class UnexpectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /**
         * @param expected what was expected
         * @param at where
         */
        public UnexpectedException(String expected, int at) {
            super("byte " + at + ": expected " + expected, null, false, false);
        }
    }

    /** Where it stands. */
    public int at() {
        return at;
    }

    /** The byte here; -1 at the end. */
    public int peek() {
        return at < end ? bytes[at] : -1;
    }

    /** Whether nothing follows. */
    public boolean atEnd() {
        return at == end;
    }

    /** Steps over exactly this text. */
    public void expect(String ascii) {
        if (!next(ascii)) {
            throw new UnexpectedException(ascii, at);
        }
    }

    /** Steps over exactly this text when it stands here. */
    public boolean next(String ascii) {
        int length = ascii.length();
        if (end - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        at += length;
        return true;
    }

    /** A text without escapes, such as a code, a hash, a date. */
    public String code() {
        expect("\"");
        int from = at;
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        String text = new String(bytes, from, at - from, StandardCharsets.UTF_8);
        expect("\"");
        return text;
    }

    /** A whole number of 0 or more, at most 18 digits. */
    public long whole() {
        int from = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            if (at - from == 18) {
                throw new UnexpectedException("a whole number of at most 18 digits", from);
            }
            number = number * 10 + (bytes[at++] - '0');
        }
        if (at == from || bytes[from] == '0' && at - from > 1) {
            throw new UnexpectedException("a whole number", from);
        }
        return number;
    }

    /** Steps over any value. */
    public void skip() {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> skipText();
                case '{', '[' -> {
                    at++;
                    if (++depth > DEEPEST) {
                        throw new UnexpectedException("at most " + DEEPEST + " levels", at);
                    }
                }
                case '}', ']' -> {
                    at++;
                    depth--;
                }
                case ',', ':' -> at++;
                default -> skipWord();
            }
        } while (depth > 0);
        if (depth < 0) {
            throw new UnexpectedException("a value", at);
        }
    }

    private void skipWord() {
        int from = at;
        while (at < end && ",:{}[]\"".indexOf(bytes[at]) < 0) {
            at++;
        }
        if (at == from) {
            throw new UnexpectedException("a value", at);
        }
    }

    private void skipText() {
        at++;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        if (at >= end) {
            throw new UnexpectedException("the end of a text", end);
        }
        at++;
    }
}
