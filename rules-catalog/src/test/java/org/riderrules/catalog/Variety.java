package org.riderrules.catalog;

import net.jqwik.api.statistics.Statistics;
import org.riderrules.api.Decision;

/** Counts what samples were about, and asks for variety: a property that only saw riders without a tier proves little. */
final class Variety {
    private Variety() {}

    static void of(Rider rider, Decision decision) {
        Statistics.label("market")
                .collect(rider.market())
                .coverage(coverage ->
                        Shipped.MARKETS.forEach(market -> coverage.check(market).percentage(share -> share > 5)));
        Statistics.label("capacity").collect(rider.capacity()).coverage(coverage -> {
            for (var capacity : org.riderrules.api.fact.Capacity.values()) {
                coverage.check(capacity).percentage(share -> share > 10);
            }
        });
        Statistics.label("version")
                .collect(decision.topic() + " v" + decision.provenance().version())
                .coverage(coverage -> Shipped.engine()
                        .packs()
                        .forEach(pack -> coverage.check(pack.topic() + " v" + pack.version())
                                .count(count -> count > 0)));
        decision.outcomes()
                .forEach(outcome ->
                        Statistics.label("outcome").collect(outcome.getClass().getSimpleName()));
    }
}
