package org.riderrules.engine.audit;

import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;
import org.riderrules.api.outcome.Outcome;

/**
 * An outcome and what gave it: a rule, or a check of the engine itself. Immutable, thread-safe.
 *
 * @param outcome the outcome
 * @param rule the rule's place among the decision's rules, from 0; null = a check gave it
 * @param check the check's code; null = a rule gave it
 * @param found what the check found; null = a rule gave it
 */
public record RecordedOutcome(
        Outcome outcome,
        @Nullable Integer rule,
        @Nullable String check,
        @Personal @Nullable String found) {

    /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
    public RecordedOutcome {
        Require.present("RecordedOutcome", "outcome", outcome);
    }
}
