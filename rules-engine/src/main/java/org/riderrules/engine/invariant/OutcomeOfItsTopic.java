package org.riderrules.engine.invariant;

import java.util.List;
import org.riderrules.api.outcome.EngineOutcome;
import org.riderrules.engine.drools.Outcomes;

/** A pack gives only outcomes of its own topic, and none that are the engine's to give. */
final class OutcomeOfItsTopic implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        return findings.given().stream()
                .filter(given -> given.outcome() instanceof EngineOutcome
                        || !Outcomes.allowed(given.outcome().getClass(), findings.topic()))
                .map(given -> given.outcome().getClass().getSimpleName() + " belongs to "
                        + Outcomes.owner(given.outcome().getClass()) + ", not to " + findings.topic())
                .toList();
    }
}
