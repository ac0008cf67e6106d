package org.riderrules.api;

import java.util.List;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.NotRecordedException;
import org.riderrules.api.error.OtherRegionException;

/**
 * Decides about riders. Immutable to its callers and thread-safe: make one for each host and share it. A call decides
 * on one state of the packs from beginning to end, also when the packs are replaced meanwhile.
 */
public interface RulesEngine {

    /**
     * Decides the one topic of a request.
     *
     * @throws InvalidRequestException when the request names more than one topic
     * @throws NoPackInForceException when no version of a pack decides the topic in this market on this day
     * @throws BudgetExceededException when the pack fired more rules or took longer than it may; nothing is decided
     * @throws NotRecordedException when the engine records its calls and could not record this one; nothing is decided
     * @throws OtherRegionException when the engine records its calls in a store that may not hold data of this market
     */
    Decision decide(DecisionRequest request);

    /**
     * Decides every topic of a request, in dependency order: outcomes of an earlier topic are facts for a later one.
     * All or nothing: when one topic fails, the call fails.
     *
     * @return one decision for each topic, in the order in which they were decided
     * @throws NoPackInForceException when no version of a pack decides some topic in this market on this day
     * @throws BudgetExceededException when a pack fired more rules or took longer than it may; nothing is decided
     * @throws NotRecordedException when the engine records its calls and could not record this one; nothing is decided
     * @throws OtherRegionException when the engine records its calls in a store that may not hold data of this market
     */
    List<Decision> decideAll(DecisionRequest request);

    /** The pack versions that are loaded now, by topic and version. */
    List<PackInfo> packs();
}
