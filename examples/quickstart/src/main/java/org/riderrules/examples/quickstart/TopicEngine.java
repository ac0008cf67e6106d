package org.riderrules.examples.quickstart;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.catalog.RulesCatalog;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.trust.Trust;

/** The engine on the packs of the catalogue. Remembers which topic failed last; for one thread. */
final class TopicEngine {
    /** Long, because nobody waits for a batch, and the first decisions of a JVM are by far the slowest. */
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final RulesEngine engine;
    private String failedTopic = "none";

    /** Loads the packs, which takes some seconds. */
    TopicEngine() {
        engine = RulesEngines.builder()
                .packs(RulesCatalog.standard(), Trust.builtIn())
                .listener(new Failures())
                .deadline(DEADLINE)
                .build();
    }

    /** Every topic of the catalogue. */
    SortedSet<Topic> topics() {
        return Collections.unmodifiableSortedSet(
                new TreeSet<>(engine.packs().stream().map(PackInfo::topic).toList()));
    }

    /** @throws org.riderrules.api.error.RiderRulesException when some topic cannot be decided */
    List<Decision> decideAll(DecisionRequest request) {
        return engine.decideAll(request);
    }

    String failedTopic() {
        return failedTopic;
    }

    private final class Failures implements DecisionListener {
        @Override
        public void decided(DecisionRequest request, Decision decision) {}

        @Override
        public void failed(DecisionRequest request, Topic topic, RuntimeException failure) {
            failedTopic = topic.name();
        }
    }
}
