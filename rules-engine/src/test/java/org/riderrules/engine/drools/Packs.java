package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.OwnedBy;

/** Packs for tests. */
final class Packs {
    static final String HEAD =
            "package tiering;\nimport org.riderrules.api.fact.*;\nimport org.riderrules.api.outcome.*;\n";
    static final String VOCABULARY = HEAD + """
            declare TierThreshold
              tier      : String  @key
              rank      : int
              minOrders : int
              minOnTime : Rate
              maxRefusal : Rate
            end
            declare BusyWeek
              orders : int
            end
            declare Qualified
              tier : String
              rank : int
            end
            """;
    static final String DERIVE = HEAD + """
            agenda-group "derive"
            rule "A rider with fifty orders must count as busy."
              @id("tiering.busy") @source("Rider Charter 2026, 3.1")
            when
              PerformanceWindow( $orders : completedOrders >= 50 )
            then
              insert( new BusyWeek( $orders ) );
            end
            """;
    static final String QUALIFY = HEAD + """
            agenda-group "qualify"

            /** Riders who are both busy and punctual move up. */
            rule "A rider who meets every threshold of a tier must qualify for it."
              @id("tiering.qualifies") @reason("tiering.meets") @source("Rider Charter 2026, 3.2")
            when
              $t : TierThreshold( $tier : tier, $rank : rank )
              $w : PerformanceWindow( $orders : completedOrders >= $t.minOrders,
                                      $onTime : onTimeRate >= $t.minOnTime,
                                      $t.maxRefusal == null || refusalRate <= $t.maxRefusal )
              exists BusyWeek()
            then
              insert( new Qualified( $tier, $rank ) );
            end
            """;
    static final String DECIDE = HEAD + """
            agenda-group "decide"
            rule "The highest tier a rider qualifies for must be assigned."
              @id("tiering.assign") @source("Rider Charter 2026, 3.3")
            when
              AsOf( $today : date )
              Qualified( $tier : tier, $rank : rank )
              not Qualified( rank > $rank )
            then
              insert( new TierAssigned( $tier, $rank, TierMovement.FIRST, $today, $today.plusMonths(1) ) );
            end

            rule "A rider without any tier must hold the base tier."
              @id("tiering.base") @source("Rider Charter 2026, 3.4")
            when
              AsOf( $today : date )
              not Qualified()
            then
              insert( new TierAssigned( "BASE", 0, TierMovement.FIRST, $today, $today.plusMonths(1) ) );
            end
            """;

    private Packs() {}

    /** The vocabulary of the API, for a pack of the topic tiering. */
    static Vocabulary vocabulary() {
        Set<Class<?>> outcomes = leaves(Outcome.class);
        return new Vocabulary(
                leaves(Fact.class),
                outcomes,
                Set.of(AsOf.class),
                type -> owner(type).equals("tiering"),
                Packs::owner);
    }

    private static String owner(Class<?> type) {
        OwnedBy owner = type.getAnnotation(OwnedBy.class);
        return owner == null ? "nobody" : owner.value();
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                leaves.addAll(leaves(permitted));
            } else {
                leaves.add(permitted);
            }
        }
        return leaves;
    }

    static List<DrlSource> tieringSources() {
        return sources(
                "derive.drl", DERIVE, "vocabulary.drl", VOCABULARY, "qualify.drl", QUALIFY, "decide.drl", DECIDE);
    }

    static Compilation tiering() {
        return compile(tieringSources());
    }

    static Compilation compile(List<DrlSource> sources) {
        return RuleCompiler.compile("tiering v1", sources, Set.of("TierThreshold"), vocabulary());
    }

    static List<DrlSource> sources(String... namesAndTexts) {
        List<DrlSource> sources = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            sources.add(new DrlSource("tiering/v1/rules/" + namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return sources;
    }
}
