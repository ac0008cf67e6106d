package org.riderrules.api.outcome;

import java.time.LocalDate;

/**
 * A detriment that the engine can only recommend. It holds through nobody but a person who looked at the evidence and
 * says why (EU directive 2024/2831, art. 10(5)).
 */
public sealed interface Recommendation extends Detriment permits SanctionRecommended, DetrimentRecommended {

    /** The same recommendation for other days. */
    Recommendation during(LocalDate from, LocalDate until);
}
