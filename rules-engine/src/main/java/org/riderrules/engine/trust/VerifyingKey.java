package org.riderrules.engine.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.engine.pack.PackDigest;

/** The public half of an Ed25519 key, which tells whether the private half has signed. Immutable, thread-safe. */
public final class VerifyingKey {
    static final String ALGORITHM = "Ed25519";
    static final String PREFIX = "ed25519:";
    static final String LABEL = "PUBLIC KEY";

    private static final String TYPE = "VerifyingKey";
    private static final String ALLOWED =
            "a PEM file with one block PUBLIC KEY that holds an Ed25519 key, as" + " `rules keygen` writes it";
    private static final Pattern ID = Pattern.compile("ed25519:[0-9a-f]{64}");

    private final PublicKey key;
    private final String id;

    private VerifyingKey(PublicKey key) {
        this.key = key;
        this.id = PREFIX + PackDigest.ofBytes(key.getEncoded()).substring("sha256:".length());
    }

    /**
     * Reads a key from the text of a PEM file.
     *
     * @throws InvalidValueException when there is not exactly one block {@code PUBLIC KEY} with an Ed25519 key
     */
    public static VerifyingKey parse(String pem) {
        List<Pem.Block> blocks;
        try {
            blocks = Pem.blocks(Require.present(TYPE, "pem", pem));
        } catch (IllegalArgumentException wrong) {
            throw new InvalidValueException(TYPE, "pem", "no Base64: " + wrong.getMessage(), ALLOWED);
        }
        if (blocks.stream().anyMatch(block -> block.label().contains("PRIVATE"))) {
            throw new InvalidValueException(
                    TYPE, "pem", "a file with a PRIVATE KEY, which nobody but its owner reads", ALLOWED);
        }
        if (blocks.size() != 1 || !blocks.get(0).label().equals(LABEL)) {
            throw new InvalidValueException(
                    TYPE,
                    "pem",
                    blocks.size() + " blocks "
                            + blocks.stream().map(Pem.Block::label).toList(),
                    ALLOWED);
        }
        return ofDer(blocks.get(0).der());
    }

    static VerifyingKey ofDer(byte[] der) {
        try {
            return new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException wrong) {
            throw new InvalidValueException(TYPE, "pem", "no Ed25519 key: " + wrong.getMessage(), ALLOWED);
        }
    }

    static VerifyingKey of(PublicKey key) {
        return ofDer(key.getEncoded());
    }

    /** Refuses what is not a fingerprint. */
    static String checkedId(String type, String field, @Nullable String id) {
        String given = Require.present(type, field, id);
        if (!ID.matcher(given).matches()) {
            throw new InvalidValueException(type, field, given, "ed25519: and 64 hexadecimal digits");
        }
        return given;
    }

    /**
     * The fingerprint: {@code ed25519:} and the SHA-256 of the key's encoding (SubjectPublicKeyInfo) in 64 hexadecimal
     * digits. In a shell: {@code openssl pkey -pubin -in key.public.pem -outform DER | sha256sum}.
     */
    public String id() {
        return id;
    }

    /** The key as a PEM file. */
    public String toPem() {
        return Pem.text(LABEL, key.getEncoded());
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException wrong) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 15 and newer have Ed25519", impossible);
        }
    }

    /** Two keys are equal when their fingerprints are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifyingKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The fingerprint. */
    @Override
    public String toString() {
        return id;
    }
}
