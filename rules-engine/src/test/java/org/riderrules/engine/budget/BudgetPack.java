package org.riderrules.engine.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationSeverity;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;

/**
 * A pack that decides one thing rightly, with a file of rules beside it that use too much as soon as a request holds
 * violations.
 */
public final class BudgetPack {
    private static final String[] LANGUAGES = {"en", "zh-Hans", "zh-Hant", "pt-BR", "ar"};
    private static final LocalDate DAY = LocalDate.of(2026, 7, 14);
    private static final String HEAD = """
            package tiering;
            import org.riderrules.api.fact.*;
            import org.riderrules.api.outcome.*;
            import java.math.BigDecimal;

            """;
    static final String DECIDE = HEAD + """
            agenda-group "decide"

            rule "A rider with a window must hold the tier of the test."
              @id("tiering.held") @reason("tiering.reason") @source("test")
            when
              AsOf( $asOf : date )
              PerformanceWindow()
            then
              insert( new TierAssigned( "BASE", 0, TierMovement.FIRST, $asOf, $asOf.plusMonths(1) ) );
            end
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    /** @param rules declarations and rules of the file derive.drl */
    public BudgetPack(String rules) {
        put("pack.json", """
                {
                  "id": "tiering", "version": 1, "topic": "tiering", "title": "Test", "effective": {"from": "2026-01-01"},
                  "published": "2025-12-01", "markets": ["HK"], "needs": [], "follows": [], "optionalTables": [],
                  "withhold": [], "owner": "test", "source": "test"
                }
                """);
        put("rules/decide.drl", DECIDE);
        put("rules/derive.drl", HEAD + "agenda-group \"derive\"\n\n" + rules);
        for (String tag : LANGUAGES) {
            put("messages/" + tag + ".properties", "tiering.reason = because\n");
        }
    }

    /** Sets a file of the pack. */
    public BudgetPack put(String name, String text) {
        files.put("tiering/v1/" + name, text);
        return this;
    }

    /** A rule with the id {@code tiering.NAME}. */
    public static String rule(String name, String conditions, String inserted) {
        return """
                rule "The rule %s must use too much."
                  @id("tiering.%s") @reason("tiering.reason") @source("test")
                when
                  %s
                then
                  insert( new %s );
                end

                """.formatted(name, name, conditions.strip(), inserted);
    }

    /** The files as a source. */
    public PackSource source() {
        return PackSources.of("test packs", files);
    }

    /** A request that every pack of this kind decides at once. */
    public static DecisionRequest healthy(String riderId) {
        return request(riderId, 0);
    }

    /** A request with so many violations. */
    public static DecisionRequest request(String riderId, int violations) {
        DecisionRequest.Builder request = DecisionRequest.about(riderId)
                .topic(Topic.TIERING)
                .market("HK")
                .capacity(Capacity.CROWDSOURCED)
                .asOf(DAY)
                .knownAt(Instant.parse("2026-07-14T08:00:00Z"))
                .fact(PerformanceWindow.builder()
                        .periodFrom(DAY.minusMonths(1))
                        .periodUntil(DAY)
                        .completedOrders(44)
                        .build());
        for (int i = 0; i < violations; i++) {
            request.fact(violation(i, 0));
        }
        return request.build();
    }

    /** A violation with so many pieces of evidence. */
    public static Violation violation(int number, int evidence) {
        return Violation.builder()
                .id("V-" + number)
                .code("LATE")
                .severity(ViolationSeverity.MINOR)
                .status(ViolationStatus.CONFIRMED)
                .occurredOn(DAY.minusDays(1 + number % 300))
                .evidence(java.util.stream.IntStream.range(0, evidence)
                        .mapToObj(piece -> "photo " + piece)
                        .toList())
                .build();
    }
}
