package org.riderrules.engine.rollout;

import org.riderrules.api.error.Require;

/**
 * What both sides of a canary did since it began. Immutable, thread-safe; holds nothing about riders.
 *
 * @param inForce the packs in force
 * @param candidate the packs on trial
 * @param share the share of riders now with the candidate, in basis points, 0 to 10000
 * @param salt the salt of {@link RiderShare}
 * @param inForceSide what the packs in force did
 * @param candidateSide what the candidate did
 */
public record CanaryReport(
        LoadedPacks inForce,
        LoadedPacks candidate,
        int share,
        String salt,
        CanarySide inForceSide,
        CanarySide candidateSide) {
    private static final String TYPE = "CanaryReport";

    /** @throws org.riderrules.api.error.InvalidValueException naming the first component whose value is not allowed */
    public CanaryReport {
        Require.present(TYPE, "inForce", inForce);
        Require.present(TYPE, "candidate", candidate);
        Require.range(TYPE, "share", share, 0, RiderShare.ALL);
        Require.text(TYPE, "salt", salt);
        Require.present(TYPE, "inForceSide", inForceSide);
        Require.present(TYPE, "candidateSide", candidateSide);
    }
}
