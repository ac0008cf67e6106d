package org.riderrules.api.spi;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * What seals and opens the personal leaves of one rider, and the name under which the trail knows the rider. Both are
 * random and depend on nothing: once they are destroyed, nobody can connect the entries with the rider or read what
 * they say about him. Immutable, thread-safe.
 */
public final class RiderSecret {
    private static final String TYPE = "RiderSecret";
    private static final int KEY_BYTES = 32;
    private static final int REFERENCE_BYTES = 16;
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{32}");

    private final String reference;
    private final byte[] key;

    /**
     * @param reference 32 lower-case hex digits
     * @param key 32 bytes; copied
     * @throws InvalidValueException naming the first argument whose value is not allowed, never its value
     */
    public RiderSecret(String reference, byte[] key) {
        if (!REFERENCE.matcher(Require.present(TYPE, "reference", reference)).matches()) {
            throw new InvalidValueException(TYPE, "reference", "\"" + reference + "\"", "32 lower-case hex digits");
        }
        if (Require.present(TYPE, "key", key).length != KEY_BYTES) {
            throw new InvalidValueException(TYPE, "key", key.length + " bytes", KEY_BYTES + " bytes");
        }
        this.reference = reference;
        this.key = key.clone();
    }

    /** A new secret. */
    public static RiderSecret fresh(SecureRandom random) {
        byte[] reference = new byte[REFERENCE_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(reference);
        random.nextBytes(key);
        return new RiderSecret(HexFormat.of().formatHex(reference), key);
    }

    /** The rider's name in the trail, 32 lower-case hex digits. */
    public String reference() {
        return reference;
    }

    /** A copy of the key, 32 bytes. */
    public byte[] key() {
        return key.clone();
    }

    /** Whether reference and key are the same; takes the same time whatever the keys. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RiderSecret secret
                && reference.equals(secret.reference)
                && MessageDigest.isEqual(key, secret.key);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }

    /** The reference, never the key. */
    @Override
    public String toString() {
        return "secret of " + reference;
    }
}
