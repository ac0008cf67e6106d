package org.riderrules.engine.invariant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.drools.Run;

/** No outcome is given twice: paid, counted or told twice. */
final class NoOutcomeTwice implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        if (findings.given().size() < 2) {
            return List.of();
        }
        Set<Outcome> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Run.Given given : findings.given()) {
            if (!seen.add(given.outcome())) {
                twice.add("given twice: " + given.outcome() + ", again by rule "
                        + given.by().rule().id());
            }
        }
        return twice;
    }
}
