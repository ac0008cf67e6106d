package org.riderrules.api.fact;

/** How a delivery ended. */
public enum DeliveryEnding {
    /** Handed over. */
    DELIVERED,
    /** Cancelled by the customer. */
    CANCELLED_BY_CUSTOMER,
    /** Cancelled by the merchant. */
    CANCELLED_BY_MERCHANT,
    /** Cancelled by the platform. */
    CANCELLED_BY_PLATFORM,
    /** Cancelled by the rider. */
    CANCELLED_BY_RIDER,
    /** Not delivered, not cancelled by anyone. */
    FAILED
}
