package org.riderrules.engine.invariant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.BenefitWithheld;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.drools.Run;

/** A benefit is granted once or withheld once, not both. */
final class BenefitOnce implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        Set<String> seen = new HashSet<>();
        return findings.given().stream()
                .map(Run.Given::outcome)
                .filter(outcome -> outcome instanceof BenefitGranted || outcome instanceof BenefitWithheld)
                .map(Outcome::code)
                .filter(benefit -> !seen.add(benefit))
                .map(benefit -> "benefit " + benefit + " is answered twice")
                .toList();
    }
}
