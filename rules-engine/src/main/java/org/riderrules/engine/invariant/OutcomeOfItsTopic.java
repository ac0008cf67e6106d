package org.riderrules.engine.invariant;

import java.util.ArrayList;
import java.util.List;
import org.riderrules.engine.drools.Outcomes;
import org.riderrules.engine.drools.Run;

/** A pack gives only outcomes of its own topic, and none that are the engine's to give. */
final class OutcomeOfItsTopic implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        List<String> foreign = new ArrayList<>();
        for (Run.Given given : findings.given()) {
            Class<?> type = given.outcome().getClass();
            if (!Outcomes.allowed(type, findings.topic())) {
                foreign.add(
                        type.getSimpleName() + " belongs to " + Outcomes.owner(type) + ", not to " + findings.topic());
            }
        }
        return foreign;
    }
}
