package org.riderrules.engine.invariant;

import java.util.ArrayList;
import java.util.List;
import org.riderrules.engine.drools.Run;

/** Every outcome has a reason, and every message key it carries has a text, in the pack's own words. */
final class EveryOutcomeHasAReason implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        List<String> missing = new ArrayList<>();
        for (Run.Given given : findings.given()) {
            if (given.by().reason().templates().isEmpty()) {
                missing.add("no text for reason " + given.by().reason().key());
            }
            for (String key : given.outcome().textKeys()) {
                if (!findings.pack().hasReason(key)) {
                    missing.add("no text for " + key + ", which "
                            + given.outcome().getClass().getSimpleName() + " "
                            + given.outcome().code() + " carries");
                }
            }
        }
        return missing;
    }
}
