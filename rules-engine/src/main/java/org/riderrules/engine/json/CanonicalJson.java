package org.riderrules.engine.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one canonical form of a request, a decision, or any other record: the same value gives the same bytes on every
 * machine, in every year, with every version of every library. For digests and chains; for people and interfaces there
 * is {@link DecisionJson}. The form is written down in {@code docs/decisions/0003-canonical-json.md}. Thread-safe;
 * holds no state.
 */
public final class CanonicalJson {
    private static final MessageDigest SHA_256 = sha256();

    private CanonicalJson() {}

    /**
     * The canonical bytes, UTF-8, without a line break.
     *
     * @param value a record, a list, a sorted set, a map, or a single value that a record may hold
     * @throws IllegalArgumentException when some part has no canonical form: a {@code double}, an unordered set, two
     *     map keys that are the same in NFC, a decimal of more than 1000 digits, rules that rest on rules more than
     *     200 times
     */
    public static byte[] bytes(Object value) {
        CanonicalOut out = new CanonicalOut();
        out.value(value);
        return out.toBytes();
    }

    /**
     * The canonical form as a text.
     *
     * @throws IllegalArgumentException as {@link #bytes}
     */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /**
     * {@code sha256:} and the hex digest of the canonical bytes. The digest of one value is that of its
     * {@link #bytes}; several are joined by a line feed, which no canonical form contains.
     *
     * @param values the values; a null counts as {@code null}
     * @throws IllegalArgumentException as {@link #bytes}
     */
    public static String digest(@Nullable Object... values) {
        CanonicalOut out = new CanonicalOut();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.put('\n');
            }
            out.value(values[i]);
        }
        return "sha256:" + HexFormat.of().formatHex(out.hash(fresh()));
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
