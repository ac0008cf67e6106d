package org.riderrules.engine.rollout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;

/**
 * Where the packs of an engine stand at one moment. Immutable, thread-safe.
 *
 * @param phase whether packs are on trial
 * @param inForce the packs in force
 * @param previous the packs that can be gone back to, the latest first
 * @param candidate the packs on trial; null = none
 * @param share the share of riders the candidate decides about, in basis points, 0 to 10000; 0 unless in a canary
 */
public record Standing(
        Phase phase,
        LoadedPacks inForce,
        List<LoadedPacks> previous,
        @Nullable LoadedPacks candidate,
        int share) {
    private static final String TYPE = "Standing";

    /** Copies {@code previous}. */
    public Standing {
        Require.present(TYPE, "phase", phase);
        Require.present(TYPE, "inForce", inForce);
        previous = Require.items(TYPE, "previous", previous);
        Require.range(TYPE, "share", share, 0, RiderShare.ALL);
    }
}
