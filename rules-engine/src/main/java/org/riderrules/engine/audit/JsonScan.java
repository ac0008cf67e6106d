package org.riderrules.engine.audit;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the bytes of a record, which are canonical JSON, without making objects of them: a trail of gigabytes is
 * verified at the speed of the disk, and a record may be of any size. Refuses what is not JSON; not thread-safe.
 */
final class JsonScan {
    private static final int DEEPEST = 1_000;

    private final byte[] bytes;
    private int at;
    private final int end;

    JsonScan(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** What was found is not what a record has in this place. */
    static final class NotARecord extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotARecord(String expected, int at) {
            super("byte " + at + ": expected " + expected, null, false, false);
        }
    }

    int at() {
        return at;
    }

    int peek() {
        return at < end ? bytes[at] : -1;
    }

    boolean atEnd() {
        return at == end;
    }

    void expect(String ascii) {
        if (!next(ascii)) {
            throw new NotARecord(ascii, at);
        }
    }

    /** Steps over exactly this text when it stands here. */
    boolean next(String ascii) {
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
    String code() {
        expect("\"");
        int from = at;
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        String text = new String(bytes, from, at - from, StandardCharsets.UTF_8);
        expect("\"");
        return text;
    }

    long whole() {
        int from = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            if (at - from == 18) {
                throw new NotARecord("a whole number of at most 18 digits", from);
            }
            number = number * 10 + (bytes[at++] - '0');
        }
        if (at == from || bytes[from] == '0' && at - from > 1) {
            throw new NotARecord("a whole number", from);
        }
        return number;
    }

    /** Steps over any value. */
    void skip() {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> skipText();
                case '{', '[' -> {
                    at++;
                    if (++depth > DEEPEST) {
                        throw new NotARecord("at most " + DEEPEST + " levels", at);
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
            throw new NotARecord("a value", at);
        }
    }

    private void skipWord() {
        int from = at;
        while (at < end && ",:{}[]\"".indexOf(bytes[at]) < 0) {
            at++;
        }
        if (at == from) {
            throw new NotARecord("a value", at);
        }
    }

    private void skipText() {
        at++;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        if (at >= end) {
            throw new NotARecord("the end of a text", end);
        }
        at++;
    }
}
