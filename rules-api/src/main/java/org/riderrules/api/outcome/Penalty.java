package org.riderrules.api.outcome;

import java.util.List;

/**
 * What is held against a rider. A penalty without evidence, policy, remedy, appeal route or deadline cannot be built
 * (Seattle SMC 8.40 and Minnesota 181C.04 list these fields for a notice; EU directive 2024/2831, art. 11).
 */
public sealed interface Penalty extends Outcome, Detriment
        permits DeductionAssessed, PointsAssessed, SanctionRecommended, WarningIssued {

    /** The violation answered; one violation is answered by one penalty at most. */
    String violationId();

    @Override
    default String about() {
        return violationId();
    }

    @Override
    default List<String> textKeys() {
        return List.of(remedy(), appealRoute());
    }
}
