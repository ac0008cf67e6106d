package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * An outcome that its market declares as hard as a suspension (for instance a lower tier that takes away the booking
 * of shifts). The pack gave {@code outcome}; because the pack's manifest lists it as equivalent, the engine gives this
 * instead, and nothing of it holds before a person has decided (EU directive 2024/2831, art. 10(5)).
 *
 * @param outcome what the pack's rules gave, not itself a recommendation or an outcome of the engine
 * @param evidence references to the facts it rests on, at least one
 * @param policy the clause of the policy that this follows from
 * @param remedy message key: how to put it right
 * @param appealRoute message key: where and how to appeal
 * @param appealBy last day to appeal
 * @param validFrom first day it would hold
 * @param validUntil first day it would no longer hold, after {@code validFrom}
 */
public record DetrimentRecommended(
        @NotPersonal Outcome outcome,
        List<String> evidence,
        @NotPersonal String policy,
        @NotPersonal String remedy,
        @NotPersonal String appealRoute,
        LocalDate appealBy,
        LocalDate validFrom,
        LocalDate validUntil)
        implements EngineOutcome, Recommendation {

    private static final String TYPE = "DetrimentRecommended";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public DetrimentRecommended {
        Require.present(TYPE, "outcome", outcome);
        if (outcome instanceof Recommendation || outcome instanceof EngineOutcome) {
            throw new InvalidValueException(
                    TYPE, "outcome", outcome.getClass().getSimpleName(), "an outcome that a pack gives and that holds");
        }
        evidence = Notice.checked(TYPE, evidence, policy, remedy, appealRoute, appealBy, validFrom, validUntil);
    }

    @Override
    public String code() {
        return outcome.code();
    }

    @Override
    public String about() {
        return outcome instanceof Penalty penalty ? penalty.violationId() : outcome.code();
    }

    @Override
    public List<String> textKeys() {
        return List.of(remedy, appealRoute);
    }

    @Override
    public DetrimentRecommended during(LocalDate from, LocalDate until) {
        return new DetrimentRecommended(outcome, evidence, policy, remedy, appealRoute, appealBy, from, until);
    }
}
