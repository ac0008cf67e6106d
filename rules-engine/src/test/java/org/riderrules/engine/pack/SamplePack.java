package org.riderrules.engine.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackSource;

/** A small good pack in memory, to be spoiled one place at a time. */
final class SamplePack {
    final Map<String, String> files = new TreeMap<>();

    /** Tiering in Hong Kong and Saudi Arabia, version 1, from 2026-01-01 to 2026-10-01. */
    static SamplePack tiering() {
        SamplePack pack = new SamplePack();
        pack.files.put("tiering/v1/pack.json", """
                {
                  "id": "tiering",
                  "version": 1,
                  "topic": "tiering",
                  "title": "Rider tiers",
                  "effective": { "from": "2026-01-01", "until": "2026-10-01" },
                  "published": "2025-12-01",
                  "markets": ["HK", "SA"],
                  "needs": ["RiderProfile", "PerformanceWindow.onTimeRate"],
                  "owner": "Rider policy",
                  "source": "Rider Charter 2026"
                }
                """);
        pack.files.put("tiering/v1/tables/TierThreshold.csv", """
                tier,rank,minOrders,minOnTime,market,capacity,scenario,from,until,source,note
                BASE,0,0,0,*,*,*,,,"Charter 3.1",
                GOLD,2,120,95 %,*,*,*,,2026-04-01,"Charter 3.2, table 1",
                GOLD,2,130,95 %,*,*,*,2026-04-01,,"Charter 3.2, table 2",raised
                GOLD,2,100,0.93,HK,*,*,,,Notice HK 7,
                """);
        pack.files.put("tiering/v1/rules/decide.drl", "package tiering;\n");
        for (String tag : Messages.LANGUAGES) {
            pack.files.put("tiering/v1/messages/" + tag + ".properties", "tiering.qualifies = " + tag + " {orders}\n");
        }
        return pack;
    }

    /** The same as version 2, from 2026-10-01, superseding version 1. */
    SamplePack withVersion2() {
        new TreeMap<>(files).forEach((path, text) -> {
            if (path.startsWith("tiering/v1/")) {
                files.put(path.replace("/v1/", "/v2/"), text);
            }
        });
        return replace("tiering/v2/pack.json", "\"version\": 1", "\"version\": 2, \"supersedes\": \"tiering v1\"")
                .replace(
                        "tiering/v2/pack.json",
                        "{ \"from\": \"2026-01-01\", \"until\": \"2026-10-01\" }",
                        "{ \"from\": \"2026-10-01\" }");
    }

    SamplePack with(String path, String text) {
        files.put(path, text);
        return this;
    }

    SamplePack without(String path) {
        files.remove(path);
        return this;
    }

    SamplePack replace(String path, String from, String to) {
        String text = files.get(path);
        if (!text.contains(from)) {
            throw new AssertionError(path + " does not contain " + from);
        }
        files.put(path, text.replace(from, to));
        return this;
    }

    /** A manifest of another topic with the same markets and days. */
    SamplePack withTopic(String topic, String follows) {
        new TreeMap<>(files).forEach((path, text) -> {
            if (path.startsWith("tiering/v1/")) {
                files.put(path.replace("tiering/", topic + "/"), text);
            }
        });
        return replace(topic + "/v1/pack.json", "\"id\": \"tiering\"", "\"id\": \"" + topic + "\"")
                .replace(
                        topic + "/v1/pack.json",
                        "\"topic\": \"tiering\"",
                        "\"topic\": \"" + topic + "\", \"follows\": [" + follows + "]");
    }

    PackSource source() {
        return PackSources.of("memory", files);
    }

    PackReading read() {
        return PackReader.read(source());
    }

    List<Pack> packs() {
        return read().packsOrThrow();
    }

    /** The timeline of the packs, and its problems. */
    List<PackProblem> timelineProblems() {
        List<PackProblem> problems = new ArrayList<>();
        Timeline.of(packs(), problems::add);
        return problems;
    }

    Timeline timeline() {
        return Timeline.of(packs(), problem -> {
            throw new AssertionError(problem);
        });
    }
}
