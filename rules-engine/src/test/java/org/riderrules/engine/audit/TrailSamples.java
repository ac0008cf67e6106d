package org.riderrules.engine.audit;

import java.util.List;
import java.util.Random;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.explain.Provenance;
import org.riderrules.engine.json.Samples;

/** Calls at random: a request about anything, and a decision that says anything. */
public final class TrailSamples {
    private final Samples samples;
    private final Random random;

    /** Always the same samples for one seed. */
    public TrailSamples(long seed) {
        samples = new Samples(seed);
        random = new Random(seed);
    }

    /** A request. */
    public DecisionRequest request() {
        return samples.request();
    }

    /** Packs have ids that are codes; a sample's may be any text. */
    public Decision decision() {
        Decision any = samples.decision();
        Provenance from = any.provenance();
        return new Decision(
                null,
                any.riderId(),
                any.topic(),
                any.market(),
                any.capacity(),
                any.scenario(),
                any.asOf(),
                any.knownAt(),
                any.outcomes(),
                any.explanation(),
                new Provenance(
                        "pack-" + random.nextInt(9),
                        1 + random.nextInt(9),
                        from.packDigest(),
                        from.factsDigest(),
                        "1.0.0",
                        from.rowsUsed(),
                        from.rulesFired(),
                        from.withheld(),
                        from.invariantsChecked()));
    }

    void recordIn(AuditTrail trail) {
        trail.record(request(), List.of(decision()), null);
    }
}
