package org.riderrules.api.outcome;

/** What a benefit protects; accident and illness cover must not read performance. */
public enum BenefitKind {
    /** Cover after an accident. */
    ACCIDENT_COVER,
    /** Cover in illness. */
    ILLNESS_COVER,
    /** A subsidy to social contributions. */
    CONTRIBUTION_SUBSIDY,
    /** A subsidy by hours worked. */
    HOURS_SUBSIDY,
    /** Care on hot days. */
    HEAT_ALLOWANCE,
    /** Care for family and personal days. */
    FAMILY_CARE,
    /** A perk that may depend on the tier. */
    PERK
}
