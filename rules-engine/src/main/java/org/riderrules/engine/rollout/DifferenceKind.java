package org.riderrules.engine.rollout;

/** How a decision of a candidate can differ from that of the packs in force. */
public enum DifferenceKind {
    /** The candidate gives an outcome that the packs in force do not give. */
    OUTCOME_ADDED,
    /** The candidate does not give an outcome that the packs in force give. */
    OUTCOME_REMOVED,
    /**
     * Both give an outcome of one type about the same thing, and it is not the same: it has the same code, or it is the
     * only one of its type on either side (one tier and another tier).
     */
    OUTCOME_CHANGED,
    /**
     * The outcomes are the same, the reasons are not: other rules stand behind one of them, other values were bound, or
     * it is explained in other words. Where a rule or a row stands in its file is no reason.
     */
    REASON_ONLY,
    /** The candidate needs review where the packs in force do not. Instead of the kinds above. */
    CANDIDATE_NEEDS_REVIEW,
    /** The packs in force need review where the candidate does not. Instead of the kinds above. */
    IN_FORCE_NEEDS_REVIEW,
    /** The candidate could not decide what the packs in force decided. */
    CANDIDATE_FAILED,
    /** The packs in force could not decide what the candidate decided. */
    IN_FORCE_FAILED
}
