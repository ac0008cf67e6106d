package org.riderrules.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;

/** A pack of a few decide rules, without tables: the shortest way to make a pack give what it must not give. */
public final class RulePack {
    private static final String[] LANGUAGES = {"en", "zh-Hans", "zh-Hant", "pt-BR", "ar"};

    private final Map<String, String> files = new LinkedHashMap<>();

    /** Adds a pack of a topic; each rule is what stands between {@code when} and {@code end}. */
    public RulePack topic(String topic, String follows, String... rules) {
        StringBuilder drl = new StringBuilder("""
                package %s;
                import org.riderrules.api.fact.*;
                import org.riderrules.api.outcome.*;

                agenda-group "decide"
                """.formatted(topic));
        for (int i = 1; i <= rules.length; i++) {
            drl.append("""

                    rule "Rule %d of %s must give what the test asks."
                      @id("%s.rule-%d") @reason("%s.reason") @source("test")
                    when
                    %s
                    end
                    """.formatted(i, topic, topic, i, topic, rules[i - 1].strip()));
        }
        String folder = topic + "/v1/";
        files.put(folder + "pack.json", """
                {
                  "id": "%s", "version": 1, "topic": "%s", "title": "Test", "effective": {"from": "2026-01-01"},
                  "published": "2025-12-01", "markets": ["HK"], "needs": [], "follows": [%s], "optionalTables": [],
                  "withhold": [], "owner": "test", "source": "test"
                }
                """.formatted(topic, topic, follows));
        files.put(folder + "rules/decide.drl", drl.toString());
        for (String tag : LANGUAGES) {
            files.put(
                    folder + "messages/" + tag + ".properties",
                    topic + ".reason = because\nmend = put it right\nappeal = write to us\n");
        }
        return this;
    }

    public PackSource source() {
        return PackSources.of("test packs", files);
    }
}
