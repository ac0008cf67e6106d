package org.riderrules.api.outcome;

/** What a person is asked to decide. */
public enum SanctionAction {
    /** Limit the orders for a time. */
    ORDER_LIMIT,
    /** Suspend the account for a time. */
    SUSPENSION,
    /** End the engagement. */
    TERMINATION
}
