package org.riderrules.engine.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as every Java platform has it. Holds no state. */
final class Sha256 {
    static final int BYTES = 32;
    private static final MessageDigest EMPTY = make();

    private Sha256() {}

    /** A digest that has seen nothing yet; a clone, because looking a provider up takes longer than hashing. */
    static MessageDigest fresh() {
        return copy(EMPTY);
    }

    /** A digest that has seen what the other one has. */
    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    static byte[] of(byte[] bytes) {
        return fresh().digest(bytes);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static MessageDigest make() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
