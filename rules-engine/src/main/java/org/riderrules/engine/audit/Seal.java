package org.riderrules.engine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.engine.json.CanonicalScan;
import org.riderrules.engine.json.OpenedJson;
import org.riderrules.engine.json.SealableJson;

/**
 * Seals and opens the personal leaves of one record. The formulas are written down in {@code docs/audit.md}:
 *
 * <pre>
 * nonce    = first 12 bytes of HMAC(HMAC(secret, "nonce"), SHA-256(about) || values)
 * salt[i]  = SHA-256(HMAC(HMAC(secret, "salts"), nonce) || i)      i as 4 bytes, from 0
 * leaf[i]  = SHA-256(salt[i] || value[i])
 * cipher   = nonce || AES-256-GCM(HMAC(secret, "values"), nonce, values), with the rider's reference as further data
 * </pre>
 *
 * The nonce is made of what is sealed, not by chance: the same call recorded again gives the same bytes, and one nonce
 * never serves two different texts.
 */
final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK = 64;

    private final byte[] secret;
    private final byte[] reference;

    Seal(RiderSecret secret) {
        this.secret = secret.key();
        this.reference = secret.reference().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Puts a commitment in the place of every leaf.
     *
     * @param about what the record is about, in canonical form
     * @return the sealed values, base64url
     */
    String close(SealableJson form, byte[] about) {
        byte[] values = form.values();
        byte[] nonce = Arrays.copyOf(hmac(key("nonce"), Sha256.of(about), values), NONCE);
        MessageDigest salts = salts(nonce);
        for (int leaf = 0; leaf < form.leaves(); leaf++) {
            int from = form.from(leaf);
            form.commit(leaf, commitment(salt(salts, leaf), values, from, form.to(leaf) - from));
        }
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(values);
            byte[] both = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** What does not fit together: another rider's secret, or a record that was changed. */
    static final class BrokenSealException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenSealException(String what) {
            super(what);
        }
    }

    /** What a sealed record says: each leaf with the salt that proves it. */
    record Contents(List<byte[]> values, List<byte[]> salts) {}

    /**
     * Opens every leaf, and checks each against its commitment.
     *
     * @throws BrokenSealException when one does not fit
     */
    Contents open(OpenedJson body, String cipherText) throws BrokenSealException {
        byte[] nonce;
        byte[] opened;
        try {
            byte[] both = Base64.getUrlDecoder().decode(cipherText);
            nonce = Arrays.copyOf(both, NONCE);
            opened = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(both, NONCE, both.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new BrokenSealException("its sealed values do not open with the rider's secret");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BrokenSealException("its sealed values are damaged: " + e.getMessage());
        }
        List<byte[]> values;
        try {
            values = OpenedJson.items(opened);
        } catch (CanonicalScan.UnexpectedException e) {
            throw new BrokenSealException("its sealed values are no list: " + e.getMessage());
        }
        if (values.size() != body.leaves()) {
            throw new BrokenSealException(values.size() + " sealed values for " + body.leaves() + " sealed places");
        }
        MessageDigest salts = salts(nonce);
        List<byte[]> opening = new java.util.ArrayList<>(values.size());
        for (int leaf = 0; leaf < values.size(); leaf++) {
            byte[] salt = salt(salts, leaf);
            byte[] value = values.get(leaf);
            if (!Arrays.equals(body.commitment(leaf), commitment(salt, value, 0, value.length))) {
                throw new BrokenSealException("the value of sealed place " + leaf + " is not the one committed to");
            }
            opening.add(salt);
        }
        return new Contents(values, opening);
    }

    /** {@code SHA-256(salt || value)}. */
    static byte[] commitment(byte[] salt, byte[] value, int from, int length) {
        MessageDigest digest = Sha256.fresh();
        digest.update(salt);
        digest.update(value, from, length);
        return digest.digest();
    }

    private MessageDigest salts(byte[] nonce) {
        MessageDigest salts = Sha256.fresh();
        salts.update(hmac(key("salts"), nonce));
        return salts;
    }

    private static byte[] salt(MessageDigest salts, int leaf) {
        MessageDigest digest = Sha256.copy(salts);
        digest.update((byte) (leaf >>> 24));
        digest.update((byte) (leaf >>> 16));
        digest.update((byte) (leaf >>> 8));
        digest.update((byte) leaf);
        return digest.digest();
    }

    private byte[] key(String purpose) {
        return hmac(secret, purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key("values"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(reference);
        return cipher;
    }

    /** HMAC-SHA-256 (RFC 2104) with a key of 32 bytes. */
    private static byte[] hmac(byte[] key, byte[]... message) {
        MessageDigest inner = Sha256.fresh();
        inner.update(padded(key, 0x36));
        for (byte[] part : message) {
            inner.update(part);
        }
        MessageDigest outer = Sha256.fresh();
        outer.update(padded(key, 0x5c));
        outer.update(inner.digest());
        return outer.digest();
    }

    private static byte[] padded(byte[] key, int pad) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return block;
    }
}
