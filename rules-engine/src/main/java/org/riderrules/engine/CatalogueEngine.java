package org.riderrules.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.drools.ReadyPack;

/**
 * Decides the topics of a request one after the other on one state of the packs, and tells nobody. Thread-safe.
 *
 * @param catalogue the packs
 * @param settings clock and limits; its listeners hear nothing from here
 */
record CatalogueEngine(Catalogue catalogue, EngineSettings settings) implements RulesEngine {

    @Override
    public Decision decide(DecisionRequest request) {
        return decideAll(oneTopic(request)).get(0);
    }

    @Override
    public List<Decision> decideAll(DecisionRequest request) {
        Require.present("RulesEngine", "request", request);
        return answer(request, limits(settings)).orThrow();
    }

    @Override
    public List<PackInfo> packs() {
        return catalogue.infos();
    }

    /** Decides topic by topic until all are decided or one fails. */
    Answer answer(DecisionRequest request, Limits limits) {
        return answer(request, limits, false);
    }

    /** As {@link #answer}, but an {@link Error} (a stack that overflows, a class that does not link) is a failure too. */
    Answer answerWhateverHappens(DecisionRequest request, Limits limits) {
        return answer(request, limits, true);
    }

    private Answer answer(DecisionRequest request, Limits limits, boolean whateverHappens) {
        Instant knownAt = request.knownAt();
        TopicDecider decider =
                new TopicDecider(request, knownAt == null ? settings.clock().instant() : knownAt, limits);
        Map<Topic, Decision> decided = new LinkedHashMap<>();
        for (Topic topic : catalogue.order(request.topics())) {
            try {
                ReadyPack pack = catalogue.inForce(topic, request.market(), request.asOf());
                decided.put(
                        topic,
                        settings.quarantine()
                                .guard(
                                        pack.label(),
                                        pack.digest(),
                                        request.riderId(),
                                        () -> decider.decide(topic, pack, decided)));
            } catch (RuntimeException failure) {
                return new Answer(new ArrayList<>(decided.values()), topic, failure);
            } catch (Error failure) {
                if (!whateverHappens) {
                    throw failure;
                }
                return new Answer(
                        new ArrayList<>(decided.values()),
                        topic,
                        new IllegalStateException(failure.toString(), failure));
            }
        }
        return new Answer(new ArrayList<>(decided.values()), null, null);
    }

    /** What a request that starts now may use. */
    static Limits limits(EngineSettings settings) {
        return Limits.startingNow(settings.budgets().run());
    }

    static DecisionRequest oneTopic(DecisionRequest request) {
        if (Require.present("RulesEngine", "request", request).topics().size() != 1) {
            throw new InvalidRequestException(
                    "topics", "decide takes one topic, not " + request.topics(), "ask decideAll, or one at a time");
        }
        return request;
    }
}
