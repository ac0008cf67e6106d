package org.riderrules.engine.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Rate;

/** The bytes of one document in canonical form as they grow. Not thread-safe: one for each document. */
final class CanonicalOut {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** Every character below this one is in NFC by itself and in every order. */
    private static final char FIRST_TO_NORMALISE = 0x300;

    private byte[] bytes = new byte[1024];
    private int length;

    private final boolean numbersForRules;
    private final @Nullable Leaves leaves;
    private @Nullable Shared shared;
    private @Nullable Map<Integer, Integer> written;

    CanonicalOut() {
        this(null);
    }

    /** For a document whose personal leaves are taken out of it; null = it keeps them. */
    CanonicalOut(@Nullable Leaves leaves) {
        numbersForRules = false;
        this.leaves = leaves;
    }

    /** For the content of one node: rules below it are written as their numbers. */
    CanonicalOut(Shared shared, boolean numbersForRules) {
        this.shared = shared;
        this.numbersForRules = numbersForRules;
        leaves = null;
    }

    int length() {
        return length;
    }

    /** A value that says something about a person. */
    void personal(Object value) {
        if (leaves == null) {
            value(value);
        } else {
            leaves.take(this, value);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    byte[] hash(MessageDigest digest) {
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    /** As a key for look-ups: one character for each byte. */
    String latin1() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Any value of the API, null too. */
    void value(@Nullable Object value) {
        if (value == null) {
            ascii("null");
        } else {
            CanonicalForm.of(value.getClass()).write(this, value);
        }
    }

    void list(List<?> values) {
        put('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                put(',');
            }
            value(values.get(i));
        }
        put(']');
    }

    void set(SortedSet<?> values) {
        put('[');
        boolean more = false;
        for (Object value : values) {
            if (more) {
                put(',');
            }
            more = true;
            value(value);
        }
        put(']');
    }

    void map(Map<?, ?> values) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>(CanonicalForm.BY_CODE_POINT);
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String key = CanonicalForm.normalised(CanonicalForm.key(entry.getKey()));
            if (entry.getValue() != null && sorted.put(key, entry.getValue()) != null) {
                throw new IllegalArgumentException("two keys of a map are the same in NFC: \"" + key + "\"");
            }
        }
        put('{');
        boolean more = false;
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            if (more) {
                put(',');
            }
            more = true;
            string(entry.getKey());
            put(':');
            value(entry.getValue());
        }
        put('}');
    }

    /** A rule is written where it is met first, and referred to afterwards. */
    void rule(Evidence.FiredRule rule) {
        Shared here = shared;
        if (here == null) {
            here = new Shared();
            shared = here;
        }
        int number = here.number(rule);
        if (numbersForRules) {
            reference(number);
            return;
        }
        Map<Integer, Integer> ids = written;
        if (ids == null) {
            ids = new HashMap<>();
            written = ids;
        }
        Integer id = ids.get(number);
        if (id != null) {
            reference(id);
        } else {
            ids.put(number, ids.size() + 1);
            definition(rule, ids.size());
        }
    }

    /** A rule in full. */
    void definition(Evidence.FiredRule rule, @Nullable Integer id) {
        ascii("{\"bindings\":");
        personal(rule.bindings());
        ascii(",\"grounds\":");
        list(rule.grounds());
        if (id != null) {
            ascii(",\"" + Nodes.ID + "\":");
            whole(id);
        }
        ascii(",\"" + Nodes.KEY + "\":\"" + Nodes.word(Evidence.FiredRule.class) + "\",\"reason\":");
        value(rule.reason());
        ascii(",\"rule\":");
        value(rule.rule());
        put('}');
    }

    private void reference(int id) {
        ascii("{\"" + Nodes.ID + "\":");
        whole(id);
        ascii(",\"" + Nodes.KEY + "\":\"" + Nodes.REF + "\"}");
    }

    void string(String text) {
        int end = text.length();
        room(end + 2);
        put('"');
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                put(c);
            } else {
                rest(text, i);
                break;
            }
        }
        put('"');
    }

    private void rest(String given, int from) {
        String text = given;
        int i = from;
        for (int j = from; j < text.length(); j++) {
            if (text.charAt(j) >= FIRST_TO_NORMALISE) {
                // What stands before `from` is plain ASCII; its last character may yet combine with what follows.
                length -= from;
                i = 0;
                text = CanonicalForm.normalised(text);
                break;
            }
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                put(0xc0 | c >> 6);
                put(0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                put(0xe0 | c >> 12);
                put(0x80 | c >> 6 & 0x3f);
                put(0x80 | c & 0x3f);
            } else {
                int point = text.codePointAt(i);
                if (point <= Character.MAX_VALUE) {
                    unicode(c);
                } else {
                    i++;
                    put(0xf0 | point >> 18);
                    put(0x80 | point >> 12 & 0x3f);
                    put(0x80 | point >> 6 & 0x3f);
                    put(0x80 | point & 0x3f);
                }
            }
        }
    }

    private void escaped(char c) {
        if (c == '"' || c == '\\') {
            put('\\');
            put(c);
        } else if (c >= ' ') {
            put(c);
        } else {
            int i = "\b\t\n\f\r".indexOf(c);
            if (i >= 0) {
                put('\\');
                put("btnfr".charAt(i));
            } else {
                unicode(c);
            }
        }
    }

    private void unicode(char c) {
        put('\\');
        put('u');
        put(HEX[c >> 12]);
        put(HEX[c >> 8 & 0xf]);
        put(HEX[c >> 4 & 0xf]);
        put(HEX[c & 0xf]);
    }

    void quoted(String ascii) {
        put('"');
        ascii(ascii);
        put('"');
    }

    void date(LocalDate date) {
        int year = date.getYear();
        if (year < 1000 || year > 9999) {
            quoted(date.toString());
            return;
        }
        put('"');
        two(year / 100);
        two(year % 100);
        put('-');
        two(date.getMonthValue());
        put('-');
        two(date.getDayOfMonth());
        put('"');
    }

    private void two(int number) {
        put('0' + number / 10);
        put('0' + number % 10);
    }

    void rate(Rate rate) {
        put('"');
        whole(rate.count());
        put('/');
        whole(rate.total());
        put('"');
    }

    void whole(long number) {
        if (number < 0) {
            ascii(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long rest = number; rest > 9; rest /= 10) {
            digits++;
        }
        room(digits);
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    void put(int b) {
        if (length == bytes.length) {
            room(1);
        }
        bytes[length++] = (byte) b;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    static boolean needsNormalising(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_TO_NORMALISE) {
                return !Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return false;
    }
}
