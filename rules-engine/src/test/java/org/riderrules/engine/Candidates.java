package org.riderrules.engine;

/** Variants of {@link SmallPack} that decide differently about the same riders. */
public final class Candidates {
    /** A rider with this many orders is Gold by the small pack and Silver by the strict one. */
    public static final int BETWEEN = 50;

    private Candidates() {}

    /** Gold from 60 orders instead of 44. */
    public static SmallPack strict() {
        return new SmallPack().with("tables/TierThreshold.csv", "HK,GOLD,2,44", "HK,GOLD,2,60");
    }

    /** The same outcomes in other words. */
    static SmallPack otherWords() {
        return new SmallPack().messages(SmallPack.MESSAGES.replace("holds {tier}", "has earned {tier}"));
    }

    /** The same outcomes and words; rows and rules stand elsewhere in their files. */
    static SmallPack moved() {
        return new SmallPack()
                .with("tables/TierThreshold.csv", "HK,BASE,0,0,0 %,test\n", "")
                .file("rules/decide.drl", SmallPack.DECIDE.replace("agenda-group", "\n\nagenda-group"))
                .with(
                        "tables/TierThreshold.csv",
                        "HK,GOLD,2,44,95 %,test\n",
                        "HK,GOLD,2,44,95 %,test\nHK,BASE,0,0,0 %,test\n");
    }

    /** Nobody gets a tier; the engine must say that a person has to look. */
    static SmallPack broken() {
        return new SmallPack().with("rules/decide.drl", "$a.endOfNext( ReviewPeriod.MONTH )", "$asOf");
    }

    /** Exceeds any budget for a rider with more than 1000 orders. */
    static SmallPack looping() {
        return new SmallPack()
                .with(
                        "rules/vocabulary.drl",
                        "declare Qualified",
                        "declare Step\n  number : int\nend\n\ndeclare Qualified")
                .with("rules/qualify.drl", "rule \"A rider who meets", """
                        rule "A busy rider must take a step."
                          @id("tiering.first-step") @reason("tiering.assign") @source("test")
                        when
                          AsOf( $asOf : date )
                          TierThreshold( $tier : tier, rank == 2 )
                          PerformanceWindow( completedOrders > 1000 )
                        then
                          insert( new Step( 1 ) );
                        end

                        rule "A step must lead to another step."
                          @id("tiering.next-step") @reason("tiering.assign") @source("test")
                        when
                          AsOf( $asOf : date )
                          TierThreshold( $tier : tier, rank == 2 )
                          Step( $number : number )
                        then
                          insert( new Step( $number ) );
                        end

                        rule "A rider who meets""");
    }

    /** Decides nothing before 2027. */
    static SmallPack notYet() {
        return new SmallPack().with("pack.json", "\"from\": \"2026-01-01\"", "\"from\": \"2027-01-01\"");
    }

    /** A case that the small pack passes, and the strict one does not. */
    public static String goldAt(int orders) {
        return """
                - name: A rider with %d orders and 97 %% on time must be Gold
                  asOf: 2026-07-14
                  market: HK
                  given:
                    PerformanceWindow: { completedOrders: %d, onTimeRate: 97 %% }
                  expect:
                    TierAssigned: { tier: GOLD }
                """.formatted(orders, orders);
    }
}
