package org.riderrules.engine.trust;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.riderrules.api.error.InvalidValueException;

/** A private key under a passphrase: PKCS#8 EncryptedPrivateKeyInfo with PBES2, which openssl reads too. No state. */
final class KeyEncryption {
    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
    /** OWASP Password Storage Cheat Sheet, 2023: PBKDF2 with HMAC-SHA-256. */
    private static final int ITERATIONS = 600_000;

    private static final int BLOCK_BYTES = 16;

    private KeyEncryption() {}

    static byte[] encrypt(byte[] pkcs8, String passphrase, SecureRandom random) {
        try {
            byte[] salt = new byte[BLOCK_BYTES];
            byte[] start = new byte[BLOCK_BYTES];
            random.nextBytes(salt);
            random.nextBytes(start);
            Cipher cipher = Cipher.getInstance(SCHEME);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    key(passphrase),
                    new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(start)));
            // JDK 17 knows no object identifier for the scheme's own name; PBES2 is what is written in either case.
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(pkcs8)).getEncoded();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java platform has " + SCHEME, impossible);
        }
    }

    static byte[] decrypt(byte[] encrypted, String passphrase) {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            AlgorithmParameters parameters = info.getAlgParameters();
            // The name of the scheme is that of PBES2; which one it is stands in the parameters only.
            if (parameters == null || !parameters.toString().equals(SCHEME)) {
                throw new InvalidValueException(
                        "SigningKey", "pem", "encrypted by another scheme", SCHEME + ", as `rules keygen` writes it");
            }
            Cipher cipher = Cipher.getInstance(SCHEME);
            cipher.init(Cipher.DECRYPT_MODE, key(passphrase), parameters);
            return info.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException | IOException wrong) {
            throw new InvalidValueException(
                    "SigningKey", "passphrase", "one that does not open the key", "the passphrase of this key");
        }
    }

    private static SecretKey key(String passphrase) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance(SCHEME).generateSecret(new PBEKeySpec(passphrase.toCharArray()));
    }
}
