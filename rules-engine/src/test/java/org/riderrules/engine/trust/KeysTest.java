package org.riderrules.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.riderrules.engine.trust.SignedPacks.APPROVER;
import static org.riderrules.engine.trust.SignedPacks.AUTHOR;
import static org.riderrules.engine.trust.SignedPacks.RANDOM;

import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;

/** Keys as they stand in files, and sets of keys as hosts make them. */
class KeysTest {
    /** RFC 8410, 10.1: the example of an Ed25519 public key. */
    private static final String RFC_8410 = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    /** RFC 8410, 10.3: the private key of the same pair. */
    private static final String RFC_8410_PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    @Test
    void A_published_key_is_read_and_has_the_fingerprint_that_openssl_computes() {
        VerifyingKey key = VerifyingKey.parse(RFC_8410);

        // openssl pkey -pubin -in rfc8410.pem -outform DER | sha256sum
        assertThat(key.id()).isEqualTo("ed25519:a1e9156054e04fac899ae9f275132cdc07a5dbc4ea2c2ad3a1ffc6e0d253681f");
        assertThat(key.toPem()).isEqualTo(RFC_8410);
        assertThat(SigningKey.parse(RFC_8410_PRIVATE + RFC_8410, null).verifyingKey())
                .isEqualTo(key);
    }

    @Test
    void A_key_is_the_same_after_it_was_written_and_read() {
        SigningKey read = SigningKey.parse(AUTHOR.toPem(null, RANDOM), null);

        assertThat(read.verifyingKey()).isEqualTo(AUTHOR.verifyingKey());
        assertThat(AUTHOR.verifyingKey().verifies(new byte[] {7}, read.sign(new byte[] {7})))
                .isTrue();
        assertThat(VerifyingKey.parse(AUTHOR.verifyingKey().toPem())).isEqualTo(AUTHOR.verifyingKey());
    }

    @Test
    void An_encrypted_key_opens_with_its_passphrase_only() {
        String pem = AUTHOR.toPem("correct horse", RANDOM);

        assertThat(pem).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----").doesNotContain("BEGIN PRIVATE KEY");
        assertThat(SigningKey.parse(pem, "correct horse").verifyingKey()).isEqualTo(AUTHOR.verifyingKey());
        assertRefused("SigningKey.passphrase is one that does not open the key", () -> SigningKey.parse(pem, "wrong"));
        assertRefused("SigningKey.passphrase is null", () -> SigningKey.parse(pem, null));
        assertRefused(
                "none, because the key is not encrypted", () -> SigningKey.parse(AUTHOR.toPem(null, RANDOM), "extra"));
        assertThat(AUTHOR.toPem("correct horse", RANDOM)).isNotEqualTo(pem);
    }

    @Test
    void A_file_that_is_no_key_is_refused_and_never_quoted() throws Exception {
        String pem = AUTHOR.toPem(null, RANDOM);
        String secret = pem.lines().skip(1).findFirst().orElseThrow();
        String rsa = Pem.text(
                "PUBLIC KEY",
                KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());
        List<Throwable> refused = new ArrayList<>();

        refused.add(assertRefused("0 blocks", () -> VerifyingKey.parse("hello")));
        refused.add(assertRefused("2 blocks", () -> VerifyingKey.parse(RFC_8410 + RFC_8410)));
        refused.add(assertRefused("no Base64", () -> VerifyingKey.parse(RFC_8410.replace("MCow", "M"))));
        refused.add(assertRefused("no Ed25519 key", () -> VerifyingKey.parse(rsa)));
        refused.add(assertRefused("nobody but its owner", () -> VerifyingKey.parse(pem)));
        refused.add(assertRefused("without one private key", () -> SigningKey.parse(RFC_8410, null)));
        refused.add(assertRefused("without its public key", () -> SigningKey.parse(RFC_8410_PRIVATE, null)));
        refused.add(assertRefused(
                "public key of another private key",
                () -> SigningKey.parse(
                        pem.substring(0, pem.indexOf("-----BEGIN PUBLIC"))
                                + APPROVER.verifyingKey().toPem(),
                        null)));
        refused.add(assertRefused(
                "not Ed25519",
                () -> SigningKey.parse(pem.replace(secret, secret.substring(0, secret.length() - 20)), null)));

        assertThat(refused).allSatisfy(each -> assertThat(each.toString()).doesNotContain(secret));
        assertThat(AUTHOR.toString())
                .isEqualTo("private key of " + AUTHOR.verifyingKey().id());
    }

    @Test
    void A_set_of_keys_by_which_nothing_could_be_loaded_is_refused() {
        assertRefused(
                "TrustedKeys.author is no key", () -> TrustedKeys.builder().build());
        assertRefused(
                "TrustedKeys.approver is 0 keys",
                () -> TrustedKeys.builder().author(AUTHOR.verifyingKey()).build());
        assertRefused(
                "TrustedKeys.approver is 1 key",
                () -> TrustedKeys.builder()
                        .author(AUTHOR.verifyingKey())
                        .approver(APPROVER.verifyingKey())
                        .approvals(2)
                        .build());
        assertRefused(
                "TrustedKeys.approvals is -1; allowed: 0 to 10",
                () -> TrustedKeys.builder().approvals(-1));
        assertRefused(
                "TrustedKeys.approvals is 11; allowed: 0 to 10",
                () -> TrustedKeys.builder().approvals(11));
        assertRefused(
                "TrustedKeys.revoked is ed25519:ab", () -> TrustedKeys.builder().revoked("ed25519:ab"));
        assertRefused("Trust.keys is null", () -> Trust.signedBy(null, ReleaseLedger.ofThisProcess()));
        assertRefused("Trust.ledger is null", () -> Trust.signedBy(SignedPacks.keys(), null));
    }

    private static Throwable assertRefused(String says, ThrowingCallable work) {
        Throwable refused = catchThrowable(work);
        assertThat(refused).isInstanceOf(InvalidValueException.class).hasMessageContaining(says);
        return refused;
    }
}
