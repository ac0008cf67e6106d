package org.riderrules.api.outcome;

import java.util.List;
import org.riderrules.api.fact.Personal;

/**
 * One result of a decision. <em>Denied by a rule</em> (such as {@link BenefitWithheld}), <em>not granted by any
 * rule</em> ({@link NotGranted}) and <em>insufficient data</em> ({@link InsufficientData}) are three different answers.
 * All outcomes are immutable and thread-safe.
 */
@Personal
public sealed interface Outcome
        permits BenefitGranted,
                BenefitWithheld,
                EngineOutcome,
                GateClosed,
                GateOpened,
                IncentiveEarned,
                IncentivePayable,
                IncentiveWithheld,
                InsufficientData,
                Penalty,
                PointsInForce,
                PointsRecovered,
                TierAssigned,
                TierGateMissed,
                TierShielded,
                TrainingAssessed,
                TrainingRequired,
                ViolationExempted {

    /** What it is about, short: the tier, the benefit, the violation's code, the module. */
    String code();

    /** The message keys this outcome carries, for instance a remedy; each has a text in every language of the pack. */
    default List<String> textKeys() {
        return List.of();
    }
}
