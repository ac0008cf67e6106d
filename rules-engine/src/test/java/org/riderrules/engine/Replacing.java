package org.riderrules.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.DifferenceReport;
import org.riderrules.engine.rollout.Replacement;
import org.riderrules.engine.rollout.RolloutListener;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Shadowing;
import org.riderrules.engine.trust.Trust;
import org.riderrules.engine.watch.DirectoryWatch;

/** What docs/replacing.md shows; ReplacingDocTest runs it and holds the two together. */
final class Replacing {
    private final PackSource source;
    private final PackSource next;
    private final Trust trust;
    private final StringBuilder console = new StringBuilder();

    Replacing(PackSource source, PackSource next, Trust trust) {
        this.source = source;
        this.next = next;
        this.trust = trust;
    }

    private void print(Object line) {
        console.append(line).append('\n');
    }

    String printed() {
        return console.toString();
    }

    ManagedRulesEngine start(RolloutListener operations) {
        ManagedRulesEngine engine = RulesEngines.builder()
                .packs(source, trust)
                .keepPrevious(1)
                .rolloutListener(operations)
                .build();
        return engine;
    }

    void replace(ManagedRulesEngine engine) {
        try {
            Replacement done = engine.replacePacks(next, trust);
            print(done.casesPassed() + " cases passed, in force: " + done.after());
        } catch (PackProblemsException refused) {
            refused.problems().forEach(this::print); // The old packs go on deciding.
        }
    }

    void rollBack(ManagedRulesEngine engine) {
        print("in force again: " + engine.rollBack());
    }

    Shadow shadow(ManagedRulesEngine engine, Executor executor) {
        Shadow shadow = engine.shadow(next, trust, Shadowing.on(executor));
        return shadow;
    }

    Canary decideAbout(Shadow shadow) {
        DifferenceReport report = shadow.report();
        print(report); // 1000 requests compared, 0 skipped; tiering: 12 of 1000 different (OUTCOME_CHANGED 12)
        report.topics().forEach(topic -> topic.examples().forEach(this::print));
        return shadow.canary(500); // 500 of 10000 riders: 5 %
    }

    void finish(Canary canary) {
        canary.share(2_500);
        Rate failures = canary.report().candidateSide().failureRate();
        if (failures == null || failures.compareTo(Rate.parse("0.1 %")) > 0) {
            canary.abandon();
        } else {
            canary.promote();
        }
    }

    DirectoryWatch watch(ManagedRulesEngine engine, Path directory) {
        DirectoryWatch watch = DirectoryWatch.of(engine, directory, trust)
                .settle(Duration.ofSeconds(2))
                .poll(Duration.ofSeconds(10))
                .start();
        return watch;
    }
}
