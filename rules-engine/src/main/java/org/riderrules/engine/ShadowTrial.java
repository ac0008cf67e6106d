package org.riderrules.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.DifferenceReport;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.Phase;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Shadowing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A candidate whose decisions are compared and thrown away. */
final class ShadowTrial implements Shadow, OnTrial {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowTrial.class);

    private final PacksInForce packs;
    private final Catalogue candidate;
    private final LoadedPacks inForce;
    private final EngineSettings settings;
    private final Shadowing shadowing;
    private final DifferenceTally tally;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean ended;

    ShadowTrial(
            PacksInForce packs,
            Catalogue candidate,
            LoadedPacks inForce,
            EngineSettings settings,
            Shadowing shadowing) {
        this.packs = packs;
        this.candidate = candidate;
        this.inForce = inForce;
        this.settings = settings;
        this.shadowing = shadowing;
        this.tally = new DifferenceTally(shadowing.examples());
    }

    @Override
    public Catalogue catalogue() {
        return candidate;
    }

    @Override
    public Shadow handle() {
        return this;
    }

    @Override
    public Phase phase() {
        return Phase.SHADOW;
    }

    @Override
    public int share() {
        return 0;
    }

    @Override
    public boolean decidesAbout(String riderId) {
        return false;
    }

    @Override
    public void answered(DecisionRequest request, boolean byCandidate, Answer answer, Limits limits) {
        @Nullable Executor executor = shadowing.executor();
        if (executor == null) {
            compare(request, answer, limits);
        } else if (waiting.incrementAndGet() > shadowing.mostWaiting()) {
            waiting.decrementAndGet();
            tally.skipped();
        } else {
            hand(executor, request, answer);
        }
    }

    private void hand(Executor executor, DecisionRequest request, Answer answer) {
        try {
            executor.execute(() -> {
                try {
                    if (ended) {
                        tally.skipped();
                    } else {
                        compare(request, answer, CatalogueEngine.limits(settings));
                    }
                } finally {
                    waiting.decrementAndGet();
                }
            });
        } catch (RuntimeException refused) {
            waiting.decrementAndGet();
            tally.skipped();
        }
    }

    /** Never throws: whatever the candidate does, and the comparing, the call has been decided already. */
    private void compare(DecisionRequest request, Answer answer, Limits limits) {
        try {
            tally.add(answer, new CatalogueEngine(candidate, settings).answerWhateverHappens(request, limits));
        } catch (RuntimeException | Error failure) {
            tally.skipped();
            // Without its message, which may hold what is known about a rider.
            LOG.error("comparing the answers failed: {}", failure.getClass().getName());
        }
    }

    @Override
    public void ended() {
        ended = true;
    }

    @Override
    public String found() {
        return report().toString();
    }

    @Override
    public LoadedPacks candidate() {
        return candidate.loaded();
    }

    @Override
    public DifferenceReport report() {
        return tally.report(inForce, candidate());
    }

    @Override
    public Canary canary(int share) {
        return canary(share, candidate().digest());
    }

    @Override
    public Canary canary(int share, String salt) {
        return packs.canary(this, new CanaryTrial(packs, candidate, inForce, share, salt));
    }

    @Override
    public void promote() {
        packs.promote(this);
    }

    @Override
    public void abandon() {
        packs.abandon(this);
    }
}
