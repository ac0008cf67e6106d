package org.riderrules.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.error.RolloutStateException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.Cases;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.Phase;
import org.riderrules.engine.rollout.Replacement;
import org.riderrules.engine.rollout.RolloutEvent;
import org.riderrules.engine.rollout.RolloutListener;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Shadowing;
import org.riderrules.engine.rollout.Standing;
import org.riderrules.engine.rollout.Trial;
import org.riderrules.engine.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which packs decide, and the steps from one state to the next. Thread-safe. A call reads one immutable state and never
 * waits; steps take turns; builds take turns of their own, so that nobody who wants to abandon or to go back waits for a
 * compiler.
 */
final class PacksInForce {
    private static final Logger LOG = LoggerFactory.getLogger(PacksInForce.class);

    private final EngineSettings settings;
    private final RolloutSettings rollout;
    private final ReentrantLock building = new ReentrantLock();
    private final ReentrantLock stepping = new ReentrantLock();
    private volatile State state;

    PacksInForce(Catalogue first, EngineSettings settings, RolloutSettings rollout) {
        this.settings = settings;
        this.rollout = rollout;
        comesIntoForce(first);
        this.state = new State(first, List.of(), null);
    }

    /**
     * All there is at one moment.
     *
     * @param inForce decides
     * @param previous can be gone back to, the latest first
     * @param trial is tried beside; null = nothing is
     */
    private record State(
            Catalogue inForce,
            List<Catalogue> previous,
            @Nullable OnTrial trial) {
        State {
            previous = List.copyOf(previous);
        }

        Phase phase() {
            return trial == null ? Phase.SETTLED : trial.phase();
        }
    }

    /**
     * Who decides one call, from its beginning to its end.
     *
     * @param catalogue decides
     * @param trial wants to know how; null = nothing is on trial
     * @param byCandidate whether {@code catalogue} is the candidate
     */
    record Turn(Catalogue catalogue, @Nullable OnTrial trial, boolean byCandidate) {}

    Turn turn(String riderId) {
        State now = state;
        OnTrial trial = now.trial();
        if (trial != null && trial.decidesAbout(riderId)) {
            return new Turn(trial.catalogue(), trial, true);
        }
        return new Turn(now.inForce(), trial, false);
    }

    Catalogue current() {
        return state.inForce();
    }

    @Nullable
    Trial trial() {
        OnTrial trial = state.trial();
        return trial == null ? null : trial.handle();
    }

    Standing standing() {
        State now = state;
        OnTrial trial = now.trial();
        return new Standing(
                now.phase(),
                now.inForce().loaded(),
                now.previous().stream().map(Catalogue::loaded).toList(),
                trial == null ? null : trial.catalogue().loaded(),
                trial == null ? 0 : trial.share());
    }

    // Steps that need a build.

    Replacement replace(PackSource source, Trust trust) {
        return build("replace packs", source, trust, built -> {
            Catalogue before = state.inForce();
            swapIn(built.catalogue());
            Replacement replacement =
                    new Replacement(before.loaded(), built.catalogue().loaded(), built.cases());
            LOG.info("packs replaced: {} in force, {} cases passed", replacement.after(), replacement.casesPassed());
            tell(new RolloutEvent.Replaced(now(), replacement));
            return replacement;
        });
    }

    Shadow shadow(PackSource source, Trust trust, Shadowing shadowing) {
        return build("start a shadow", source, trust, built -> {
            Catalogue inForce = state.inForce();
            ShadowTrial trial = new ShadowTrial(this, built.catalogue(), inForce.loaded(), settings, shadowing);
            state = new State(inForce, state.previous(), trial);
            LOG.info("shadow started: {} decide too", trial.candidate());
            tell(new RolloutEvent.ShadowStarted(now(), trial.candidate()));
            return trial;
        });
    }

    /** @param salt null = the candidate's digest */
    Canary canary(PackSource source, Trust trust, int share, @Nullable String salt) {
        return build("start a canary", source, trust, built -> {
            LoadedPacks candidate = built.catalogue().loaded();
            CanaryTrial trial = new CanaryTrial(
                    this, built.catalogue(), state.inForce().loaded(), share, salt == null ? candidate.digest() : salt);
            return begin(trial);
        });
    }

    /**
     * What was built beside the packs in force.
     *
     * @param cases how many cases it passed
     */
    private record Built(Catalogue catalogue, int cases) {}

    private <T> T build(String step, PackSource source, Trust trust, Function<Built, T> then) {
        building.lock();
        try {
            settled(step);
            Built built = built(source, trust);
            stepping.lock();
            try {
                settled(step);
                return then.apply(built);
            } finally {
                stepping.unlock();
            }
        } catch (RiderRulesException refused) {
            refused(source.name(), refused);
            throw refused;
        } finally {
            building.unlock();
        }
    }

    private Built built(PackSource source, Trust trust) {
        Catalogue catalogue = CatalogueLoader.load(
                source, trust, settings.clock(), settings.budgets().build());
        if (rollout.cases() == Cases.NEVER) {
            LOG.warn("the packs of {} were not tried on their own cases, as Cases.NEVER says", source.name());
            return new Built(catalogue, 0);
        }
        int cases = OwnCases.run(source.name(), new CatalogueEngine(catalogue, settings));
        // Sessions that are left over hold the rows of the days the cases were about.
        catalogue.rest();
        catalogue.wake();
        if (cases == 0) {
            LOG.warn("the packs of {} have no cases: nothing was tried", source.name());
        }
        return new Built(catalogue, cases);
    }

    // Steps that need none.

    LoadedPacks rollBack() {
        stepping.lock();
        try {
            settled("roll back");
            State now = state;
            if (now.previous().isEmpty()) {
                throw new RolloutStateException(
                        "roll back",
                        "no packs are kept from before those in force",
                        "load the packs you want with replacePacks; RulesEngines.builder().keepPrevious(n) says how many"
                                + " are kept, and is " + rollout.keepPrevious());
            }
            Catalogue back = now.previous().get(0);
            back.wake();
            state = new State(back, now.previous().subList(1, now.previous().size()), null);
            now.inForce().rest();
            LOG.warn("rolled back from {} to {}", now.inForce().loaded(), back.loaded());
            tell(new RolloutEvent.RolledBack(now(), now.inForce().loaded(), back.loaded()));
            return back.loaded();
        } finally {
            stepping.unlock();
        }
    }

    /** From a shadow to a canary of the same candidate. */
    Canary canary(ShadowTrial shadow, CanaryTrial canary) {
        stepping.lock();
        try {
            running("go on as a canary", shadow);
            shadow.ended();
            LOG.info("shadow ended: {}", shadow.found());
            return begin(canary);
        } finally {
            stepping.unlock();
        }
    }

    private Canary begin(CanaryTrial trial) {
        state = new State(state.inForce(), state.previous(), trial);
        LOG.info("canary started: {} decide about {} of 10000 riders", trial.candidate(), trial.share());
        tell(new RolloutEvent.CanaryStarted(now(), trial.candidate(), trial.share()));
        return trial;
    }

    void share(CanaryTrial trial, int share) {
        stepping.lock();
        try {
            running("change the share", trial);
            int before = trial.share();
            trial.shareIs(share);
            LOG.info("canary: share changed from {} to {} of 10000 riders", before, share);
            tell(new RolloutEvent.ShareChanged(now(), trial.candidate(), before, share));
        } finally {
            stepping.unlock();
        }
    }

    void promote(OnTrial trial) {
        stepping.lock();
        try {
            running("promote the candidate", trial);
            LoadedPacks before = state.inForce().loaded();
            swapIn(trial.catalogue());
            trial.ended();
            LoadedPacks after = trial.catalogue().loaded();
            LOG.info("candidate promoted: {} in force; {}", after, trial.found());
            tell(new RolloutEvent.Promoted(now(), trial.phase(), before, after));
        } finally {
            stepping.unlock();
        }
    }

    void abandon(OnTrial trial) {
        stepping.lock();
        try {
            running("abandon the candidate", trial);
            state = new State(state.inForce(), state.previous(), null);
            trial.ended();
            trial.catalogue().rest();
            LoadedPacks candidate = trial.catalogue().loaded();
            LOG.info("candidate abandoned: {}; {}", candidate, trial.found());
            tell(new RolloutEvent.Abandoned(now(), trial.phase(), candidate));
        } finally {
            stepping.unlock();
        }
    }

    /** The one step that puts packs in force; nothing is on trial behind it. */
    private void swapIn(Catalogue next) {
        comesIntoForce(next);
        State before = state;
        List<Catalogue> previous = new ArrayList<>(before.previous());
        previous.add(0, before.inForce());
        if (previous.size() > rollout.keepPrevious()) {
            previous = previous.subList(0, rollout.keepPrevious());
        }
        state = new State(next, previous, null);
        before.inForce().rest();
    }

    /** The last step before packs decide: their releases are remembered first, and what cannot be is not in force. */
    private static void comesIntoForce(Catalogue catalogue) {
        catalogue.admission().enterIntoForce();
        for (PackInfo pack : catalogue.infos()) {
            LOG.info("{} v{} in force, {}, {}", pack.topic(), pack.version(), pack.digest(), pack.approval());
        }
    }

    private void settled(String step) {
        Phase phase = state.phase();
        if (phase != Phase.SETTLED) {
            throw new RolloutStateException(
                    step,
                    "other packs are on trial (" + phase + ")",
                    "promote or abandon them first: engine.trial() has them");
        }
    }

    private void running(String step, OnTrial trial) {
        if (state.trial() != trial) {
            throw new RolloutStateException(
                    step,
                    "this " + trial.phase() + " has ended",
                    "begin another one; engine.trial() has what runs now");
        }
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private void refused(String source, RiderRulesException why) {
        stepping.lock();
        try {
            LOG.error("the packs of {} were refused, those in force stay: {}", source, why.getMessage());
            tell(new RolloutEvent.Refused(now(), source, why));
        } finally {
            stepping.unlock();
        }
    }

    private void tell(RolloutEvent event) {
        for (RolloutListener listener : rollout.listeners()) {
            try {
                listener.happened(event);
            } catch (RuntimeException failure) {
                LOG.error(
                        "a rollout listener failed; {} stands", event.getClass().getSimpleName(), failure);
            }
        }
    }
}
