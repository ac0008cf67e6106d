package org.riderrules.engine.audit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/** Signs checkpoints with Ed25519 (RFC 8032). Immutable, thread-safe. */
final class CheckpointKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int SHOWN = 16;

    private final PrivateKey signing;
    private final String id;

    /** @throws InvalidValueException when the keys are not Ed25519, or do not belong together */
    CheckpointKey(KeyPair keys) {
        this.signing = Require.present("AuditTrail", "signedBy", keys).getPrivate();
        this.id = id(keys.getPublic());
        byte[] trial = {1, 2, 3};
        try {
            if (!verifies(keys.getPublic(), trial, sign(trial))) {
                throw new InvalidValueException(
                        "AuditTrail", "signedBy", "two keys", "a private key and the public key that belongs to it");
            }
        } catch (IllegalStateException e) {
            throw new InvalidValueException(
                    "AuditTrail", "signedBy", "a key for " + signing.getAlgorithm(), "a key pair for " + ALGORITHM);
        }
    }

    /** The first 16 hex digits of the SHA-256 of a public key in its X.509 encoding. */
    static String id(PublicKey key) {
        return Sha256.hex(Sha256.of(key.getEncoded())).substring(0, SHOWN);
    }

    String id() {
        return id;
    }

    byte[] sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign with " + ALGORITHM, e);
        }
    }

    static boolean verifies(PublicKey key, byte[] statement, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(statement);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
