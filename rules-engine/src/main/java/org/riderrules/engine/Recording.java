package org.riderrules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.NotRecordedException;
import org.riderrules.api.error.OtherRegionException;
import org.riderrules.engine.audit.AuditTrail;

/**
 * What every call passes: before it is decided, whether it may be kept; after it, the record. Nothing is decided that
 * does not pass.
 *
 * @param trail where calls are recorded; null = nowhere
 */
record Recording(@Nullable AuditTrail trail) {

    /**
     * Lets a request in, or records that it was refused.
     *
     * @throws OtherRegionException when its data may not be kept in the trail's store
     */
    void admit(DecisionRequest request, List<PackInfo> packs) {
        if (trail != null) {
            try {
                trail.admit(request);
            } catch (OtherRegionException refused) {
                trail.recordFailure(request, packs, EngineVersion.CURRENT, refused);
                throw refused;
            }
        }
    }

    /**
     * Records what was decided.
     *
     * @return the decisions with their ids
     * @throws NotRecordedException when it could not be recorded
     */
    List<Decision> decided(DecisionRequest request, List<Decision> decisions) {
        return trail == null ? decisions : trail.record(request, decisions, null);
    }

    /**
     * Records why nothing was decided.
     *
     * @throws NotRecordedException when it could not be recorded
     */
    void failed(DecisionRequest request, List<PackInfo> packs, Throwable failure) {
        if (trail != null) {
            trail.recordFailure(request, packs, EngineVersion.CURRENT, failure);
        }
    }
}
