package org.riderrules.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.check.PackCases;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.PackReader;
import org.riderrules.engine.trust.Trust;

/** The shipped catalogue, read and compiled once for all tests of a run. */
final class Shipped {
    static final List<String> MARKETS = List.of("HK", "SA", "BR", "NL", "NBO");
    static final List<Topic> TOPICS =
            List.of(Topic.TIERING, Topic.VIOLATIONS, Topic.TRAINING, Topic.INCENTIVES, Topic.WELFARE);

    private Shipped() {}

    static RulesEngine engine() {
        return Engine.ENGINE;
    }

    static List<Pack> packs() {
        return Packs.PACKS;
    }

    /** The topics that are decided, by name. */
    static List<Topic> topics() {
        return packs().stream()
                .map(pack -> pack.manifest().topic())
                .distinct()
                .sorted()
                .toList();
    }

    static PackCases cases() {
        return Cases.CASES;
    }

    private static final class Engine {
        /** Not strict, because a second opinion needs the classic mode beside it. */
        static final RulesEngine ENGINE = RulesEngines.builder()
                .packs(RulesCatalog.standard(), Trust.builtIn())
                .strict(false)
                .build();
    }

    private static final class Packs {
        static final List<Pack> PACKS = PackReader.read(RulesCatalog.standard()).packsOrThrow();
    }

    private static final class Cases {
        static final PackCases CASES = read();

        private static PackCases read() {
            try {
                return PackCases.of(RulesCatalog.standard());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
