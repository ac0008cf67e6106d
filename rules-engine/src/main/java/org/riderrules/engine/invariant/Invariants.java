package org.riderrules.engine.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All invariants, by code. */
public final class Invariants {
    private static final Map<String, Invariant> ALL = new TreeMap<>(Map.of(
            "benefit-once", new BenefitOnce(),
            "cover-reads-no-performance", new CoverReadsNoPerformance(),
            "every-outcome-has-a-reason", new EveryOutcomeHasAReason(),
            "incentive-within-cap", new IncentiveWithinCap(),
            "no-outcome-twice", new NoOutcomeTwice(),
            "one-answer-for-each-gate", new OneAnswerForEachGate(),
            "one-penalty-for-each-violation", new OnePenaltyForEachViolation(),
            "one-tier", new OneTier(),
            "outcome-of-its-topic", new OutcomeOfItsTopic(),
            "reasons-before-effect", new ReasonsBeforeEffect()));
    private static final List<String> CODES = List.copyOf(ALL.keySet());

    private Invariants() {}

    /** The codes of all invariants, sorted. */
    public static List<String> codes() {
        return CODES;
    }

    /** Every breach, by code; empty when the pack's outcomes may stand. */
    public static List<Breach> breaches(Findings findings) {
        List<Breach> breaches = new ArrayList<>();
        ALL.forEach((code, invariant) ->
                invariant.breaches(findings).forEach(found -> breaches.add(new Breach(code, found))));
        return breaches;
    }
}
