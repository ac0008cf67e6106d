package org.riderrules.engine.rollout;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * Which riders a share of the riders is. Thread-safe; holds no state.
 *
 * <p>The place of a rider is the first eight bytes of the SHA-256 of {@code salt}, one byte 0 and {@code riderId}, both
 * UTF-8, read as an unsigned big-endian number, modulo 10000. A share of n basis points is the riders whose place is
 * less than n. So a rider has one place in every process and on every day, and a greater share holds the smaller one.
 * With another salt the places are dealt anew: who was tried on last time is not first again.
 */
public final class RiderShare {
    /** All riders, in basis points. */
    public static final int ALL = 10_000;

    private RiderShare() {}

    /**
     * The place of a rider, 0 to 9999.
     *
     * @throws InvalidValueException when the salt is blank or no rider is named
     */
    public static int place(String salt, String riderId) {
        Require.text("RiderShare", "salt", salt);
        Require.text("RiderShare", "riderId", riderId);
        MessageDigest digest = sha256();
        digest.update(salt.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(riderId.getBytes(StandardCharsets.UTF_8));
        byte[] first = Arrays.copyOf(digest.digest(), Long.BYTES);
        return new BigInteger(1, first).mod(BigInteger.valueOf(ALL)).intValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
