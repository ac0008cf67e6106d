package org.riderrules.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the topics of a request one after the other on one state of the packs. */
final class DecidingEngine implements ManagedRulesEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DecidingEngine.class);

    private volatile Catalogue current;
    private final EngineSettings settings;
    private final ReentrantLock replacing = new ReentrantLock();

    DecidingEngine(Catalogue catalogue, EngineSettings settings) {
        this.current = inForce(catalogue);
        this.settings = settings;
    }

    /** The last step before packs decide: their releases are remembered first, and what cannot be is not in force. */
    private static Catalogue inForce(Catalogue catalogue) {
        catalogue.admission().enterIntoForce();
        for (PackInfo pack : catalogue.infos()) {
            LOG.info("{} v{} in force, {}, {}", pack.topic(), pack.version(), pack.digest(), pack.approval());
        }
        return catalogue;
    }

    @Override
    public Decision decide(DecisionRequest request) {
        if (Require.present("RulesEngine", "request", request).topics().size() != 1) {
            throw new InvalidRequestException(
                    "topics", "decide takes one topic, not " + request.topics(), "ask decideAll, or one at a time");
        }
        return decideAll(request).get(0);
    }

    @Override
    public List<Decision> decideAll(DecisionRequest request) {
        Catalogue catalogue = current;
        Instant knownAt = Require.present("RulesEngine", "request", request).knownAt();
        TopicDecider decider = new TopicDecider(
                request,
                knownAt == null ? settings.clock().instant() : knownAt,
                Limits.startingNow(settings.firingLimit(), settings.deadline()));
        Map<Topic, Decision> decided = new LinkedHashMap<>();
        for (Topic topic : catalogue.order(request.topics())) {
            try {
                decided.put(
                        topic,
                        decider.decide(topic, catalogue.inForce(topic, request.market(), request.asOf()), decided));
            } catch (RuntimeException failure) {
                settings.listeners().forEach(listener -> listener.failed(request, topic, failure));
                throw failure;
            }
        }
        for (Decision decision : decided.values()) {
            for (DecisionListener listener : settings.listeners()) {
                listener.decided(request, decision);
            }
        }
        return new ArrayList<>(decided.values());
    }

    @Override
    public List<PackInfo> packs() {
        return current.infos();
    }

    @Override
    public void replacePacks(PackSource source, Trust trust) {
        replacing.lock();
        try {
            current = inForce(CatalogueLoader.load(
                    Require.present("RulesEngine", "source", source),
                    Require.present("RulesEngine", "trust", trust),
                    settings.clock()));
        } finally {
            replacing.unlock();
        }
    }
}
