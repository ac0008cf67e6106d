package org.riderrules.engine;

import java.util.List;
import java.util.Objects;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.trust.Trust;

/** Decides on the packs in force, and tells the listeners before the caller. */
final class DecidingEngine implements ManagedRulesEngine {
    private final PacksInForce packs;
    private final EngineSettings settings;

    DecidingEngine(Catalogue catalogue, EngineSettings settings) {
        this.packs = new PacksInForce(catalogue);
        this.settings = settings;
    }

    @Override
    public Decision decide(DecisionRequest request) {
        return decideAll(CatalogueEngine.oneTopic(request)).get(0);
    }

    @Override
    public List<Decision> decideAll(DecisionRequest request) {
        Require.present("RulesEngine", "request", request);
        Answer answer =
                new CatalogueEngine(packs.current(), settings).answer(request, CatalogueEngine.limits(settings));
        tell(request, answer);
        return answer.orThrow();
    }

    private void tell(DecisionRequest request, Answer answer) {
        RuntimeException failure = answer.failure();
        if (failure != null) {
            Topic topic = Objects.requireNonNull(answer.failedTopic(), "a failure is that of a topic");
            settings.listeners().forEach(listener -> listener.failed(request, topic, failure));
            return;
        }
        for (Decision decision : answer.decisions()) {
            for (DecisionListener listener : settings.listeners()) {
                listener.decided(request, decision);
            }
        }
    }

    @Override
    public List<PackInfo> packs() {
        return packs.current().infos();
    }

    @Override
    public void replacePacks(PackSource source, Trust trust) {
        packs.replace(Require.present("RulesEngine", "source", source), Require.present("RulesEngine", "trust", trust));
    }
}
