package org.riderrules.engine.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * The private half of an Ed25519 key, with the public one beside it. Shows its fingerprint and nothing else when it is
 * printed. Immutable, thread-safe.
 */
public final class SigningKey {
    private static final String TYPE = "SigningKey";
    private static final String PLAIN = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String ALLOWED = "a PEM file with a block PRIVATE KEY or ENCRYPTED PRIVATE KEY and a block"
            + " PUBLIC KEY of the same Ed25519 key, as `rules keygen` writes it";

    private final PrivateKey key;
    private final VerifyingKey verifyingKey;

    private SigningKey(PrivateKey key, VerifyingKey verifyingKey) {
        this.key = key;
        this.verifyingKey = verifyingKey;
    }

    /** Makes a new key. */
    public static SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, Require.present(TYPE, "random", random));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 15 and newer have Ed25519", impossible);
        }
    }

    /**
     * Reads a key from the text of a PEM file. Nothing of the text gets into a message.
     *
     * @param passphrase for an encrypted key; null when it is not encrypted
     * @throws InvalidValueException when it is no Ed25519 key, its public half is missing or another key's, or the
     *     passphrase is wrong, missing or superfluous
     */
    public static SigningKey parse(String pem, @Nullable String passphrase) {
        List<Pem.Block> blocks;
        try {
            blocks = Pem.blocks(Require.present(TYPE, "pem", pem));
        } catch (IllegalArgumentException wrong) {
            throw wrong("not Base64");
        }
        byte[] open = block(blocks, PLAIN);
        byte[] closed = block(blocks, ENCRYPTED);
        byte[] publicHalf = block(blocks, VerifyingKey.LABEL);
        if ((open == null) == (closed == null)) {
            throw wrong("without one private key");
        }
        if (publicHalf == null) {
            throw wrong("without its public key; add it: openssl pkey -in KEY -pubout >> KEY");
        }
        if ((closed == null) != (passphrase == null)) {
            throw new InvalidValueException(
                    TYPE,
                    "passphrase",
                    passphrase == null ? "null" : "given",
                    closed == null ? "none, because the key is not encrypted" : "that of the key, which is encrypted");
        }
        byte[] pkcs8 = closed == null ? Require.present(TYPE, "pem", open) : KeyEncryption.decrypt(closed, passphrase);
        SigningKey read = new SigningKey(privateKey(pkcs8), VerifyingKey.ofDer(publicHalf));
        byte[] probe = {1};
        if (!read.verifyingKey.verifies(probe, read.sign(probe))) {
            throw wrong("with the public key of another private key");
        }
        return read;
    }

    private static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance(VerifyingKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException wrong) {
            throw wrong("with a private key that is not Ed25519");
        }
    }

    private static byte @Nullable [] block(List<Pem.Block> blocks, String label) {
        List<byte[]> found = blocks.stream()
                .filter(block -> block.label().equals(label))
                .map(Pem.Block::der)
                .toList();
        if (found.size() > 1) {
            throw wrong("with " + found.size() + " blocks " + label);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static InvalidValueException wrong(String what) {
        return new InvalidValueException(TYPE, "pem", "a text " + what, ALLOWED);
    }

    /** The public half. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /**
     * Both halves as a PEM file: PKCS#8 and SubjectPublicKeyInfo.
     *
     * @param passphrase encrypts the private half (PBES2, HMAC-SHA-256, AES-256); null = not encrypted
     */
    public String toPem(@Nullable String passphrase, SecureRandom random) {
        String privateHalf = passphrase == null
                ? Pem.text(PLAIN, key.getEncoded())
                : Pem.text(ENCRYPTED, KeyEncryption.encrypt(key.getEncoded(), passphrase, random));
        return privateHalf + verifyingKey.toPem();
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key was made or read as Ed25519", impossible);
        }
    }

    /** The fingerprint, and nothing of the key. */
    @Override
    public String toString() {
        return "private key of " + verifyingKey;
    }
}
