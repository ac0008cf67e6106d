package org.riderrules.engine;

import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.Require;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.CanaryReport;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.Phase;
import org.riderrules.engine.rollout.RiderShare;

/** A candidate that decides about a share of the riders. */
final class CanaryTrial implements Canary, OnTrial {
    private final PacksInForce packs;
    private final Catalogue candidate;
    private final LoadedPacks inForce;
    private final String salt;
    private final SideTally inForceSide = new SideTally();
    private final SideTally candidateSide = new SideTally();
    private volatile int share;

    CanaryTrial(PacksInForce packs, Catalogue candidate, LoadedPacks inForce, int share, String salt) {
        Require.range("Canary", "share", share, 0, RiderShare.ALL);
        Require.text("Canary", "salt", salt);
        this.packs = packs;
        this.candidate = candidate;
        this.inForce = inForce;
        this.share = share;
        this.salt = salt;
    }

    @Override
    public Catalogue catalogue() {
        return candidate;
    }

    @Override
    public Canary handle() {
        return this;
    }

    @Override
    public Phase phase() {
        return Phase.CANARY;
    }

    @Override
    public int share() {
        return share;
    }

    @Override
    public boolean decidesAbout(String riderId) {
        return RiderShare.place(salt, riderId) < share;
    }

    @Override
    public void answered(DecisionRequest request, boolean byCandidate, Answer answer, Limits limits) {
        (byCandidate ? candidateSide : inForceSide).add(answer);
    }

    @Override
    public void ended() {}

    @Override
    public String found() {
        return "in force " + inForceSide.side() + ", candidate " + candidateSide.side();
    }

    @Override
    public LoadedPacks candidate() {
        return candidate.loaded();
    }

    @Override
    public CanaryReport report() {
        return new CanaryReport(inForce, candidate(), share, salt, inForceSide.side(), candidateSide.side());
    }

    @Override
    public void share(int basisPoints) {
        Require.range("Canary", "share", basisPoints, 0, RiderShare.ALL);
        packs.share(this, basisPoints);
    }

    /** Only the packs in force do this, in the turn of the step. */
    void shareIs(int basisPoints) {
        this.share = basisPoints;
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
