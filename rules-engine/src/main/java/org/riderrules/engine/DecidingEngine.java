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
import org.riderrules.api.error.PackQuarantinedException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.budget.Quarantine;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.drools.ReadyPack;
import org.riderrules.engine.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the topics of a request one after the other on one state of the packs. */
final class DecidingEngine implements ManagedRulesEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DecidingEngine.class);

    private volatile Catalogue current;
    private final EngineSettings settings;
    private final Quarantine quarantine;
    private final ReentrantLock replacing = new ReentrantLock();

    DecidingEngine(Catalogue catalogue, EngineSettings settings) {
        this.current = catalogue;
        this.settings = settings;
        this.quarantine = new Quarantine(
                settings.budgets().quarantine(),
                settings.clock(),
                state -> settings.listeners().forEach(listener -> listener.quarantined(state)));
        LOG.info("{} packs loaded", catalogue.infos().size());
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
        RequestSize.check(request, settings.budgets().run());
        TopicDecider decider = new TopicDecider(
                request,
                knownAt == null ? settings.clock().instant() : knownAt,
                Limits.startingNow(settings.budgets().run()));
        Map<Topic, Decision> decided = new LinkedHashMap<>();
        for (Topic topic : catalogue.order(request.topics())) {
            try {
                ReadyPack pack = catalogue.inForce(topic, request.market(), request.asOf());
                decided.put(
                        topic,
                        quarantine.guard(
                                pack.label(),
                                pack.digest(),
                                request.riderId(),
                                () -> decider.decide(topic, pack, decided)));
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
    public List<PackQuarantinedException> quarantined() {
        return quarantine.shutOut();
    }

    @Override
    public boolean release(String digest) {
        PackQuarantinedException state = quarantine.release(Require.present("RulesEngine", "digest", digest));
        if (state != null) {
            settings.listeners().forEach(listener -> listener.released(state));
        }
        return state != null;
    }

    @Override
    public void replacePacks(PackSource source, Trust trust) {
        replacing.lock();
        try {
            Catalogue next = CatalogueLoader.load(
                    Require.present("RulesEngine", "source", source),
                    Require.present("RulesEngine", "trust", trust),
                    settings.budgets().build());
            current = next;
            LOG.info("packs replaced: {} packs in force", next.infos().size());
        } finally {
            replacing.unlock();
        }
    }
}
