package org.riderrules.engine;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.Decision;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.engine.trust.Trust;

/** An engine on a small pack, and requests whose answers are known: for showing that something did it no harm. */
public final class NormalDecision {
    private final RulesEngine engine;

    /** Builds the engine. */
    public NormalDecision() {
        engine = RulesEngines.builder()
                .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                .strict(false)
                .build();
    }

    /** Decides at a threshold and just below it; tells when an answer is wrong. */
    public void check(String after, List<String> wrong) {
        expect(44, "GOLD", after, wrong);
        expect(43, "SILVER", after, wrong);
    }

    private void expect(int orders, String tier, String after, List<String> wrong) {
        Decision decision = engine.decide(Requests.orders(orders, "95 %"));
        boolean right = decision.outcomes().size() == 1
                && decision.outcomes().get(0) instanceof TierAssigned assigned
                && assigned.tier().equals(tier)
                && assigned.validFrom().equals(LocalDate.of(2026, 7, 14));
        if (!right) {
            wrong.add("after " + after + ", " + orders + " orders give " + decision.outcomes());
        }
    }
}
