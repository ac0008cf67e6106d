package org.riderrules.engine.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.outcome.Penalty;
import org.riderrules.api.outcome.ViolationExempted;

/** A violation is answered once: by one penalty or by none, only if it was reported, and never if it was exempted. */
final class OnePenaltyForEachViolation implements Invariant {
    @Override
    public List<String> breaches(Findings findings) {
        List<Penalty> penalties = findings.outcomes(Penalty.class);
        if (penalties.isEmpty()) {
            return List.of();
        }
        Set<String> reported = new HashSet<>();
        for (Fact fact : findings.facts()) {
            if (fact instanceof Violation violation && violation.status() == ViolationStatus.REPORTED) {
                reported.add(violation.id());
            }
        }
        Set<String> exempted = new HashSet<>();
        findings.outcomes(ViolationExempted.class).forEach(outcome -> exempted.add(outcome.violationId()));
        Map<String, Penalty> penalised = new HashMap<>();
        List<String> breaches = new ArrayList<>();
        for (Penalty penalty : penalties) {
            String id = penalty.violationId();
            Penalty other = penalised.putIfAbsent(id, penalty);
            if (other != null) {
                breaches.add("violation " + id + " is penalised twice: " + other + " and " + penalty);
            }
            if (!reported.contains(id)) {
                breaches.add("violation " + id + " is penalised but was not reported in this request: " + penalty);
            }
            if (exempted.contains(id)) {
                breaches.add("violation " + id + " is exempted and penalised: " + penalty);
            }
        }
        return breaches;
    }
}
