package org.riderrules.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;

/**
 * A small tiering pack, right as it stands, whose files a test replaces one by one to see what is said about it. Real
 * packs stand in the catalogue; this one is here to be broken.
 */
public final class SmallPack {
    static final String MANIFEST = """
            {
              "id": "tiering", "version": 1, "topic": "tiering", "title": "Small tiers",
              "effective": {"from": "2026-01-01"}, "published": "2025-12-01",
              "markets": ["HK"],
              "needs": ["PerformanceWindow.completedOrders", "PerformanceWindow.onTimeRate"],
              "follows": [], "optionalTables": [], "withhold": [],
              "owner": "test", "source": "test"
            }
            """;
    static final String TABLE = """
            market,tier,rank,minOrders,minOnTime,source
            HK,BASE,0,0,0 %,test
            HK,SILVER,1,20,90 %,test
            HK,GOLD,2,44,95 %,test
            """;
    static final String VOCABULARY = """
            package tiering;
            import org.riderrules.api.fact.*;

            declare TierThreshold
              tier : String @key
              rank : int
              minOrders : int
              minOnTime : Rate
            end

            declare Qualified
              tier : String
              rank : int
            end
            """;
    static final String QUALIFY = """
            package tiering;
            import org.riderrules.api.fact.*;

            agenda-group "qualify"

            rule "A rider who meets every threshold of a tier must qualify for it."
              @id("tiering.qualifies")
              @reason("tiering.qualifies")
              @source("test 1")
            when
              $t : TierThreshold( $tier : tier, $rank : rank )
              $w : PerformanceWindow( $orders : completedOrders >= $t.minOrders,
                                      $onTime : onTimeRate >= $t.minOnTime )
            then
              insert( new Qualified( $tier, $rank ) );
            end
            """;
    static final String DECIDE = """
            package tiering;
            import org.riderrules.api.fact.*;
            import org.riderrules.api.outcome.*;

            agenda-group "decide"

            rule "The highest tier a rider qualifies for must be assigned."
              @id("tiering.assign")
              @reason("tiering.assign")
              @source("test 2")
            when
              $a : AsOf( $asOf : date )
              Qualified( $tier : tier, $rank : rank )
              not Qualified( rank > $rank )
            then
              insert( new TierAssigned( $tier, $rank, TierMovement.FIRST, $asOf, $a.endOfNext( ReviewPeriod.MONTH ) ) );
            end
            """;
    static final String MESSAGES = """
            tiering.qualifies = completed {orders} orders, {onTime} on time
            tiering.assign = holds {tier} as of {asOf}
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    /** The pack as it stands. */
    public SmallPack() {
        file("pack.json", MANIFEST);
        file("tables/TierThreshold.csv", TABLE);
        file("rules/vocabulary.drl", VOCABULARY);
        file("rules/qualify.drl", QUALIFY);
        file("rules/decide.drl", DECIDE);
        messages(MESSAGES);
    }

    /** Sets a file of version 1. */
    public SmallPack file(String name, String text) {
        files.put("tiering/v1/" + name, text);
        return this;
    }

    /** Sets a file anywhere. */
    SmallPack path(String path, String text) {
        files.put(path, text);
        return this;
    }

    SmallPack without(String name) {
        files.remove("tiering/v1/" + name);
        return this;
    }

    /** The same texts in all languages. */
    SmallPack messages(String text) {
        for (String tag : new String[] {"en", "zh-Hans", "zh-Hant", "pt-BR", "ar"}) {
            file("messages/" + tag + ".properties", text);
        }
        return this;
    }

    /** Changes one place in one file; fails when the place is not there, so that no test breaks nothing. */
    public SmallPack with(String name, String before, String after) {
        String path = "tiering/v1/" + name;
        String text = files.get(path);
        if (text == null || !text.contains(before)) {
            throw new IllegalArgumentException(path + " has no \"" + before + "\"");
        }
        files.put(path, text.replace(before, after));
        return this;
    }

    /** Adds a copy of version 1 as version 2, valid from this day; version 1 ends on {@code until}. */
    SmallPack followedBy(String until, String from) {
        Map<String, String> copy = new LinkedHashMap<>();
        files.forEach((path, text) -> copy.put(path.replace("/v1/", "/v2/"), text));
        copy.computeIfPresent(
                "tiering/v2/pack.json",
                (path, text) -> text.replace("\"version\": 1", "\"version\": 2").replace("2026-01-01", from));
        with("pack.json", "{\"from\": \"2026-01-01\"}", "{\"from\": \"2026-01-01\", \"until\": \"" + until + "\"}");
        files.putAll(copy);
        return this;
    }

    /** All files as a source. */
    public PackSource source() {
        return PackSources.of("test packs", files);
    }
}
