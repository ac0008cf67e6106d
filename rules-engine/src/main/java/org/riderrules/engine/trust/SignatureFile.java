package org.riderrules.engine.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.riderrules.api.spi.PackFile;

/**
 * One signature under one manifest. Canonical JSON in {@code signatures/<role>-<first digits of the key>.json}.
 * Immutable.
 *
 * @param signature the Ed25519 signature of the canonical bytes of the statement, in Base64
 * @param statement what is signed
 */
record SignatureFile(String signature, Statement statement) {
    static final String FOLDER = "signatures/";

    private static final int DIGITS = 16;
    private static final int SIGNATURE_BYTES = 64;

    /**
     * What is signed: the role and the time too, so that nobody can make an approval of an author's signature.
     *
     * @param algorithm {@link VerifyingKey#ALGORITHM}
     * @param format {@link #FORMAT}; keeps a signature under something else from passing for one under a pack
     * @param key the fingerprint of the key
     * @param manifest the digest of the manifest's bytes
     * @param role in which role
     * @param signedAt when, by the signer's clock
     */
    record Statement(String algorithm, String format, String key, String manifest, Role role, Instant signedAt) {
        static final String FORMAT = "rider-rules pack signature 1";

        byte[] bytes() {
            return Document.bytes(this);
        }
    }

    static SignatureFile sign(SigningKey key, Role role, String manifest, Instant signedAt) {
        Statement statement = new Statement(
                VerifyingKey.ALGORITHM, Statement.FORMAT, key.verifyingKey().id(), manifest, role, signedAt);
        return new SignatureFile(Base64.getEncoder().encodeToString(key.sign(statement.bytes())), statement);
    }

    /** Reads a file strictly; whether the signature is right is not looked at. */
    static SignatureFile read(PackFile file) throws RefusedException {
        Document document = Document.parse(file, "signature", "statement");
        Document statement = document.object("statement", "algorithm", "format", "key", "manifest", "role", "signedAt");
        String algorithm = statement.text("algorithm");
        if (!algorithm.equals(VerifyingKey.ALGORITHM)) {
            throw new RefusedException(
                    "trust-algorithm",
                    file.path(),
                    "the file names the algorithm \"" + algorithm + "\"; only " + VerifyingKey.ALGORITHM
                            + " is accepted",
                    "sign with a key made by `rules keygen`");
        }
        statement.require("format", Statement.FORMAT);
        SignatureFile read = new SignatureFile(
                document.text("signature"),
                new Statement(
                        algorithm,
                        Statement.FORMAT,
                        statement.text("key"),
                        statement.digest("manifest"),
                        role(statement),
                        signedAt(statement)));
        byte[] signature = read.signatureBytes(document);
        if (signature.length != SIGNATURE_BYTES) {
            throw document.malformed("\"signature\" has " + signature.length + " bytes; an Ed25519 signature has 64");
        }
        Document.requireCanonical(
                file, new SignatureFile(Base64.getEncoder().encodeToString(signature), read.statement));
        return read;
    }

    private static Role role(Document statement) throws RefusedException {
        for (Role role : Role.values()) {
            if (role.name().equals(statement.text("role"))) {
                return role;
            }
        }
        throw statement.malformed("\"role\" is \"" + statement.text("role") + "\"; allowed: AUTHOR, APPROVER");
    }

    private static Instant signedAt(Document statement) throws RefusedException {
        try {
            return Instant.parse(statement.text("signedAt"));
        } catch (DateTimeException wrong) {
            throw statement.malformed("\"signedAt\" is \"" + statement.text("signedAt") + "\", not a time in UTC");
        }
    }

    private byte[] signatureBytes(Document document) throws RefusedException {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException wrong) {
            throw document.malformed("\"signature\" is not Base64: " + wrong.getMessage());
        }
    }

    /** The name of the file within the version's folder. */
    String path() {
        int from = VerifyingKey.PREFIX.length();
        return FOLDER + statement.role().word() + "-" + statement.key().substring(from, from + DIGITS) + ".json";
    }

    boolean isBy(VerifyingKey key) {
        return key.verifies(statement.bytes(), Base64.getDecoder().decode(signature));
    }

    byte[] bytes() {
        return Document.bytes(this);
    }
}
