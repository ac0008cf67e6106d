package org.riderrules.api.fact;

/** What a document proves. */
public enum DocumentKind {
    /** Who the rider is. */
    IDENTITY,
    /** That he may drive the vehicle. */
    DRIVING_LICENCE,
    /** That he may deliver for pay. */
    PROFESSIONAL_LICENCE,
    /** That the vehicle is registered. */
    VEHICLE_REGISTRATION,
    /** That rider and vehicle are insured. */
    INSURANCE,
    /** That he may work here. */
    WORK_PERMIT,
    /** That he may handle food. */
    HEALTH_CERTIFICATE,
    /** That a prescribed course was passed. */
    TRAINING_CERTIFICATE,
    /** The contract with the fleet or platform. */
    PARTNER_CONTRACT
}
