package org.riderrules.api.fact;

/** What happened. */
public enum IncidentKind {
    /** A road accident. */
    TRAFFIC_ACCIDENT,
    /** A conflict with a customer, merchant or third party. */
    CONFLICT,
    /** An injury outside traffic. */
    INJURY,
    /** The rider was harassed or threatened. */
    HARASSMENT,
    /** Something else. */
    OTHER
}
