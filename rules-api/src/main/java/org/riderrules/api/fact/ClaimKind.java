package org.riderrules.api.fact;

/** What a care claim is about. */
public enum ClaimKind {
    /** The rider is ill. */
    ILLNESS,
    /** The rider had an accident. */
    ACCIDENT,
    /** The rider cares for a family member. */
    FAMILY_CARE,
    /** A family member died. */
    BEREAVEMENT
}
