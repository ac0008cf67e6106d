package org.riderrules.engine.drools;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;

/** The riders every benchmark decides about: the same for each run, spread over all tiers, some with little known. */
public final class Population {
    static final LocalDate AS_OF = LocalDate.of(2026, 7, 14);
    private static final Instant KNOWN_AT = Instant.parse("2026-07-14T08:00:00Z");

    private Population() {}

    /** The first riders of the population. */
    public static List<DecisionRequest> of(int riders) {
        Random random = new Random(20_261_101);
        List<DecisionRequest> requests = new ArrayList<>(riders);
        for (int i = 0; i < riders; i++) {
            int orders = 1 + random.nextInt(500);
            requests.add(DecisionRequest.about("R-" + i)
                    .topic(Topic.TIERING)
                    .market(random.nextBoolean() ? "HK" : "SA")
                    .capacity(Capacity.CROWDSOURCED)
                    .asOf(AS_OF)
                    .knownAt(KNOWN_AT)
                    .fact(RiderProfile.builder()
                            .joinedOn(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500)))
                            .build())
                    .fact(PerformanceWindow.builder()
                            .periodFrom(LocalDate.of(2026, 6, 1))
                            .periodUntil(LocalDate.of(2026, 7, 1))
                            .completedOrders(orders)
                            .onTimeRate(Rate.of(orders - random.nextInt(1 + orders / 8), orders))
                            .complaintRate(Rate.of(random.nextInt(1 + orders / 20), orders))
                            .completionRate(Rate.of(orders - random.nextInt(1 + orders / 10), orders))
                            .customerRating(
                                    random.nextInt(20) == 0 ? null : BigDecimal.valueOf(40 + random.nextInt(11), 1))
                            .build())
                    .build());
        }
        return requests;
    }
}
