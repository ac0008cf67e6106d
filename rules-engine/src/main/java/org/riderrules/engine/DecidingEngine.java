package org.riderrules.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.PackQuarantinedException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.Replacement;
import org.riderrules.engine.rollout.RiderShare;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Shadowing;
import org.riderrules.engine.rollout.Standing;
import org.riderrules.engine.rollout.Trial;
import org.riderrules.engine.trust.Trust;

/** Decides on the packs in force, and tells the listeners before the caller. */
final class DecidingEngine implements ManagedRulesEngine {
    private final PacksInForce packs;
    private final EngineSettings settings;

    DecidingEngine(Catalogue catalogue, EngineSettings settings) {
        this(catalogue, settings, RolloutSettings.STANDARD);
    }

    DecidingEngine(Catalogue catalogue, EngineSettings settings, RolloutSettings rollout) {
        this.packs = new PacksInForce(catalogue, settings, rollout);
        this.settings = settings;
    }

    @Override
    public Decision decide(DecisionRequest request) {
        try {
            CatalogueEngine.oneTopic(request);
        } catch (InvalidRequestException refused) {
            settings.recording().admit(request, packs());
            settings.recording().failed(request, packs(), refused);
            throw refused;
        }
        return decideAll(request).get(0);
    }

    @Override
    public List<Decision> decideAll(DecisionRequest request) {
        PacksInForce.Turn turn =
                packs.turn(Require.present("RulesEngine", "request", request).riderId());
        List<PackInfo> loaded = turn.catalogue().infos();
        settings.recording().admit(request, loaded);
        Limits limits = CatalogueEngine.limits(settings);
        Answer answer;
        try {
            RequestSize.check(request, settings.budgets().run());
            answer = new CatalogueEngine(turn.catalogue(), settings).answer(request, limits);
        } catch (RuntimeException | Error failure) {
            settings.recording().failed(request, loaded, failure);
            throw failure;
        }
        Answer recorded = recorded(request, loaded, answer);
        tell(request, recorded);
        OnTrial trial = turn.trial();
        if (trial != null) {
            trial.answered(request, turn.byCandidate(), answer, limits);
        }
        return recorded.orThrow();
    }

    /** The same answer, its decisions with their ids. */
    private Answer recorded(DecisionRequest request, List<PackInfo> loaded, Answer answer) {
        RuntimeException failure = answer.failure();
        if (failure == null) {
            return new Answer(settings.recording().decided(request, answer.decisions()), null, null);
        }
        settings.recording().failed(request, loaded, failure);
        return answer;
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
    public List<PackQuarantinedException> quarantined() {
        return settings.quarantine().shutOut();
    }

    @Override
    public boolean release(String digest) {
        PackQuarantinedException state =
                settings.quarantine().release(Require.present("RulesEngine", "digest", digest));
        if (state != null) {
            settings.listeners().forEach(listener -> listener.released(state));
        }
        return state != null;
    }

    @Override
    public Replacement replacePacks(PackSource source, Trust trust) {
        return packs.replace(present(source), present(trust));
    }

    @Override
    public LoadedPacks rollBack() {
        return packs.rollBack();
    }

    @Override
    public Shadow shadow(PackSource source, Trust trust) {
        return shadow(source, trust, Shadowing.onTheCallersThread());
    }

    @Override
    public Shadow shadow(PackSource source, Trust trust, Shadowing shadowing) {
        return packs.shadow(present(source), present(trust), Require.present("RulesEngine", "shadowing", shadowing));
    }

    @Override
    public Canary canary(PackSource source, Trust trust, int share) {
        Require.range("Canary", "share", share, 0, RiderShare.ALL);
        return packs.canary(present(source), present(trust), share, null);
    }

    @Override
    public Canary canary(PackSource source, Trust trust, int share, String salt) {
        Require.range("Canary", "share", share, 0, RiderShare.ALL);
        Require.text("Canary", "salt", salt);
        return packs.canary(present(source), present(trust), share, salt);
    }

    @Override
    public @Nullable Trial trial() {
        return packs.trial();
    }

    @Override
    public Standing standing() {
        return packs.standing();
    }

    private static PackSource present(PackSource source) {
        return Require.present("RulesEngine", "source", source);
    }

    private static Trust present(Trust trust) {
        return Require.present("RulesEngine", "trust", trust);
    }
}
