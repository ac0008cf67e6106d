package org.riderrules.api;

import java.time.Instant;
import java.util.List;
import org.riderrules.api.error.Require;

/**
 * By whose approval a version of a pack is in force.
 *
 * @param basis what the host trusted when the version was loaded
 * @param release the release that was signed, from 1; it counts up with each change of a version. 0 unless signed
 * @param signatures who signed, authors first; empty unless signed
 */
public record PackApproval(Basis basis, int release, List<Signature> signatures) {
    private static final String TYPE = "PackApproval";

    /** What a host can trust. */
    public enum Basis {
        /** The digests that the build of the jar wrote into it. */
        BUILT_IN,
        /** Signatures by keys that the host names. */
        SIGNED,
        /** Nothing was checked. */
        DEVELOPMENT
    }

    /**
     * One signature that was verified.
     *
     * @param role {@code author} or {@code approver}
     * @param key the fingerprint of the key: {@code ed25519:} and the hex SHA-256 of the public key
     * @param signedAt when the signer says that it was signed
     */
    public record Signature(String role, String key, Instant signedAt) {

        /** Checks that nothing is missing. */
        public Signature {
            Require.present("Signature", "role", role);
            Require.present("Signature", "key", key);
            Require.present("Signature", "signedAt", signedAt);
        }
    }

    /** Copies the list. */
    public PackApproval {
        Require.present(TYPE, "basis", basis);
        Require.range(TYPE, "release", release, 0, Integer.MAX_VALUE);
        signatures = Require.items(TYPE, "signatures", signatures);
    }
}
