package org.riderrules.engine;

import java.time.Instant;
import java.time.LocalDate;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/** Requests that many tests begin with. */
public final class Requests {
    static final LocalDate DAY = LocalDate.of(2026, 7, 14);
    static final Instant KNOWN = Instant.parse("2026-07-14T08:00:00Z");

    private Requests() {}

    static DecisionRequest.Builder tiering() {
        return DecisionRequest.about("R-1001")
                .topic(Topic.TIERING)
                .market("HK")
                .capacity(Capacity.CROWDSOURCED)
                .asOf(DAY)
                .knownAt(KNOWN);
    }

    static PerformanceWindow.Builder june() {
        return PerformanceWindow.builder().periodFrom(LocalDate.of(2026, 6, 1)).periodUntil(LocalDate.of(2026, 7, 1));
    }

    /** A question about the tier of a rider with these figures in June. */
    public static DecisionRequest orders(int orders, String onTime) {
        return tiering()
                .fact(june().completedOrders(orders)
                        .onTimeRate(Rate.parse(onTime))
                        .build())
                .build();
    }
}
