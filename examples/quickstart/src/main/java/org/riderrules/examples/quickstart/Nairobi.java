package org.riderrules.examples.quickstart;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;

/**
 * What the published orders of the Sendy set do not say and the example has to: they were delivered by crowdsourced
 * riders in Nairobi; and because no month is published, while days and weekdays show that there are at least seven of
 * them, everything counts for the year before the effective day, in one window for each rider. How many days a rider
 * was active cannot be told and stays unknown.
 *
 * @param asOf the effective day
 * @param topics what to decide
 */
record Nairobi(LocalDate asOf, Collection<Topic> topics) {

    /** Starts a window of the year before the effective day. */
    PerformanceWindow.Builder window() {
        return PerformanceWindow.builder().periodFrom(asOf.minusYears(1)).periodUntil(asOf);
    }

    /** A request about one rider. */
    DecisionRequest request(String riderId, List<Fact> facts) {
        return DecisionRequest.about(riderId)
                .topics(topics)
                .market("NBO")
                .capacity(Capacity.CROWDSOURCED)
                .asOf(asOf)
                .facts(facts)
                .build();
    }
}
