package org.riderrules.engine.invariant;

import java.util.List;
import java.util.Set;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.BenefitWithheld;
import org.riderrules.api.outcome.Outcome;

/** A benefit is granted once or withheld once, not both. */
final class BenefitOnce implements Invariant {
    private static final Set<Class<? extends Outcome>> ANSWERS = Set.of(BenefitGranted.class, BenefitWithheld.class);

    @Override
    public List<String> breaches(Findings findings) {
        return findings.repeatedCodes(ANSWERS).stream()
                .map(code -> "benefit " + code + " is answered twice")
                .toList();
    }
}
