package org.riderrules.examples.embeddedhost;

import java.time.LocalDate;
import java.util.Locale;
import org.riderrules.api.*;
import org.riderrules.api.explain.Evidence.FiredRule;
import org.riderrules.api.fact.*;
import org.riderrules.catalog.RulesCatalog;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.trust.Trust;

public final class EmbeddedHost {
    public static void main(String[] args) {
        RulesEngine engine = RulesEngines.create(RulesCatalog.standard(), Trust.builtIn());
        Decision decision = engine.decide(october(44));
        System.out.println(decision.summary(Locale.ENGLISH));
        decision.explanation().visit(node -> {
            if (node instanceof FiredRule fired) {
                System.out.println("  " + fired.rule().id() + ": " + fired.text(Locale.ENGLISH));
            }
        });
        decision.provenance().rowsUsed().forEach(row -> System.out.println("  " + row.where() + " " + row.values()));
        System.out.println("One order fewer: " + engine.decide(october(43)).summary(Locale.ENGLISH));
    }

    private static DecisionRequest october(int orders) {
        PerformanceWindow window = PerformanceWindow.builder()
                .periodFrom(LocalDate.of(2026, 10, 1))
                .periodUntil(LocalDate.of(2026, 11, 1))
                .completedOrders(orders)
                .onTimeRate(Rate.parse("97 %"))
                .complaintRate(Rate.of(1, orders))
                .build();
        var rider = DecisionRequest.about("R-1001").market("HK").capacity(Capacity.CROWDSOURCED);
        return rider.topic(Topic.TIERING)
                .asOf(window.periodUntil())
                .fact(window)
                .build();
    }
}
