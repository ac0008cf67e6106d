package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;

/**
 * What is held against a rider. A penalty without evidence, policy, remedy, appeal route or deadline cannot be built
 * (Seattle SMC 8.40 and Minnesota 181C.04 list these fields for a notice; EU directive 2024/2831, art. 11).
 */
public sealed interface Penalty extends Outcome
        permits DeductionAssessed, PointsAssessed, SanctionRecommended, WarningIssued {

    /** The violation answered; one violation is answered by one penalty at most. */
    String violationId();

    /** References to the evidence, at least one. */
    List<String> evidence();

    /** The clause of the policy that was violated. */
    String policy();

    /** Message key: how to put it right. */
    String remedy();

    /** Message key: where and how to appeal. */
    String appealRoute();

    /** Last day to appeal. */
    LocalDate appealBy();

    /** First day it holds. */
    LocalDate validFrom();

    /** First day it no longer holds. */
    LocalDate validUntil();

    @Override
    default List<String> textKeys() {
        return List.of(remedy(), appealRoute());
    }
}
