package org.riderrules.engine.trust;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One signed state of a version of a pack.
 *
 * @param number counts up with each change that is signed, 1 to 999999999
 * @param manifest {@code sha256:} and 64 hexadecimal digits: the digest of the signed manifest
 */
public record Release(int number, String manifest) {

    /** @throws InvalidValueException when the number is out of range or the digest is none */
    public Release {
        Require.range("Release", "number", number, 1, 999_999_999);
        if (!Digests.isDigest(Require.present("Release", "manifest", manifest))) {
            throw new InvalidValueException("Release", "manifest", manifest, "sha256: and 64 hexadecimal digits");
        }
    }
}
