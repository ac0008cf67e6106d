package org.riderrules.api.outcome;

/** An outcome that only the engine gives, never a pack. */
public sealed interface EngineOutcome extends Outcome permits DetrimentRecommended, NeedsReview, NotGranted {}
