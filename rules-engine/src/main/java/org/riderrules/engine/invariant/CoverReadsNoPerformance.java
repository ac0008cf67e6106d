package org.riderrules.engine.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.CareClaim;
import org.riderrules.api.fact.Document;
import org.riderrules.api.fact.Incident;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.BenefitKind;
import org.riderrules.api.outcome.BenefitWithheld;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.drools.Run;

/**
 * Accident and illness cover reads no performance: behind it, over the whole derivation and also in what was asked not
 * to be there, stand only claims, incidents, documents and the rider's profile. (A family lost its cover because the
 * rider's weekly points fell while he nursed his wife: India, 2024.)
 */
final class CoverReadsNoPerformance implements Invariant {
    private static final Set<BenefitKind> COVERS = Set.of(BenefitKind.ACCIDENT_COVER, BenefitKind.ILLNESS_COVER);
    private static final Set<String> ALLOWED = Stream.of(
                    AsOf.class, CareClaim.class, Document.class, Incident.class, RiderProfile.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<String> breaches(Findings findings) {
        List<String> breaches = new ArrayList<>();
        for (Run.Given given : findings.given()) {
            String found = isCover(given.outcome()) ? breach(findings, given) : "";
            if (!found.isEmpty()) {
                breaches.add(found);
            }
        }
        return breaches;
    }

    private static String breach(Findings findings, Run.Given given) {
        Set<String> read = new TreeSet<>(findings.pack().hostTypesBehind(given.rule()));
        read.removeAll(ALLOWED);
        return read.isEmpty()
                ? ""
                : given.outcome().code() + " by rule " + given.rule().id() + " depends on " + read;
    }

    private static boolean isCover(Outcome outcome) {
        return outcome instanceof BenefitGranted granted && COVERS.contains(granted.kind())
                || outcome instanceof BenefitWithheld withheld && COVERS.contains(withheld.kind());
    }
}
