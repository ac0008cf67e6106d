package org.riderrules.engine.audit;

/** What a store means that does not take an entry: full, failed, or too slow. */
public enum OnStoreFailure {
    /** The call fails: no decision leaves the engine unrecorded. The default. */
    BLOCK,
    /**
     * The decision goes out unrecorded, without an id, and is counted; the count is recorded as soon as the store takes
     * entries again. Never for a penalty, a recommended sanction or an event of due process: those block.
     */
    DROP_AND_COUNT
}
