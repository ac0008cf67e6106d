package org.riderrules.engine.invariant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.outcome.GateClosed;
import org.riderrules.api.outcome.GateOpened;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.drools.Run;

/** A gate is open or closed, not both. */
final class OneAnswerForEachGate implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        Set<String> seen = new HashSet<>();
        return findings.given().stream()
                .map(Run.Given::outcome)
                .filter(outcome -> outcome instanceof GateOpened || outcome instanceof GateClosed)
                .map(Outcome::code)
                .filter(gate -> !seen.add(gate))
                .map(gate -> "gate " + gate + " is answered twice")
                .toList();
    }
}
