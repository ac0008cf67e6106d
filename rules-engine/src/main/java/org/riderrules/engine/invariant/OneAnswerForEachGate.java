package org.riderrules.engine.invariant;

import java.util.List;
import java.util.Set;
import org.riderrules.api.outcome.GateClosed;
import org.riderrules.api.outcome.GateOpened;
import org.riderrules.api.outcome.Outcome;

/** A gate is open or closed, not both. */
final class OneAnswerForEachGate implements Invariant {
    private static final Set<Class<? extends Outcome>> ANSWERS = Set.of(GateOpened.class, GateClosed.class);

    @Override
    public List<String> breaches(Findings findings) {
        return findings.repeatedCodes(ANSWERS).stream()
                .map(code -> "gate " + code + " is answered twice")
                .toList();
    }
}
