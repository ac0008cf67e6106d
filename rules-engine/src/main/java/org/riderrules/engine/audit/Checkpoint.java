package org.riderrules.engine.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.json.CanonicalScan;
import org.riderrules.engine.trust.SigningKey;
import org.riderrules.engine.trust.VerifyingKey;

/**
 * The body of a {@code checkpoint} entry: a signed statement about every entry since the checkpoint before, that one
 * included. Through the chain of hashes it vouches for everything before, too. Immutable, thread-safe.
 *
 * @param signature Ed25519 over {@link Statement#bytes()}, base64url
 * @param statement what is signed
 */
record Checkpoint(String signature, Statement statement) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String SIGNED_AS = "rider-rules audit checkpoint 1\n";

    /**
     * What a checkpoint says.
     *
     * @param at when it was signed, by the trail's clock
     * @param chain the trail's name
     * @param closing whether the trail was closed here in good order
     * @param first sequence of the first entry it covers
     * @param head hash of the last entry it covers
     * @param key fingerprint of the key that signs
     * @param last sequence of the last entry it covers, the one before the checkpoint itself
     * @param root root of the Merkle tree over the hashes of the covered entries
     */
    record Statement(
            Instant at, String chain, boolean closing, long first, String head, String key, long last, String root) {
        /** What is signed: a line that says what it is, so that no signature of another kind passes for it, and this. */
        byte[] bytes() {
            return (SIGNED_AS + CanonicalJson.text(this)).getBytes(StandardCharsets.UTF_8);
        }
    }

    static Checkpoint sign(Statement statement, SigningKey key) {
        return new Checkpoint(BASE64.encodeToString(key.sign(statement.bytes())), statement);
    }

    /** The whole entry; everything in it follows from what is signed. */
    AuditEntry entry(String previous) {
        return Draft.of(EntryKind.CHECKPOINT, statement.chain(), EntryKeys.NONE, this, List.of(), null)
                .at(statement.last() + 1, previous, statement.at());
    }

    /** Reads the body of a checkpoint entry. */
    static Checkpoint of(AuditEntry entry) {
        byte[] record = entry.record();
        EntryLine.Envelope envelope = EntryLine.Envelope.read(record);
        return read(new CanonicalScan(record, envelope.bodyFrom(), envelope.bodyTo()));
    }

    private static Checkpoint read(CanonicalScan scan) {
        scan.expect("{\"signature\":");
        String signature = scan.code();
        scan.expect(",\"statement\":{\"at\":");
        Instant at = Instant.parse(scan.code());
        scan.expect(",\"chain\":");
        String chain = scan.code();
        scan.expect(",\"closing\":");
        boolean closing = scan.next("true");
        if (!closing) {
            scan.expect("false");
        }
        scan.expect(",\"first\":");
        long first = scan.whole();
        scan.expect(",\"head\":");
        String head = scan.code();
        scan.expect(",\"key\":");
        String key = scan.code();
        scan.expect(",\"last\":");
        long last = scan.whole();
        scan.expect(",\"root\":");
        String root = scan.code();
        scan.expect("}}");
        return new Checkpoint(signature, new Statement(at, chain, closing, first, head, key, last, root));
    }

    /** What is wrong with the signature, given who may sign; null = nothing. */
    @Nullable
    String signatureProblem(List<VerifyingKey> keys) {
        for (VerifyingKey key : keys) {
            if (key.id().equals(statement.key())) {
                try {
                    byte[] signed = Base64.getUrlDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
                    // Base64 has spare bits at its end: only one way of writing them is right.
                    return BASE64.encodeToString(signed).equals(signature) && key.verifies(statement.bytes(), signed)
                            ? null
                            : "its signature does not belong to what it says";
                } catch (IllegalArgumentException e) {
                    return "its signature is not base64url";
                }
            }
        }
        return "it is signed by the key " + statement.key() + ", which is none of those given";
    }
}
