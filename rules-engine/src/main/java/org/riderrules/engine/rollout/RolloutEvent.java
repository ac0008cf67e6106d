package org.riderrules.engine.rollout;

import java.time.Instant;
import org.riderrules.api.error.RiderRulesException;

/** A step that the packs of an engine took, or that was refused. Immutable, thread-safe; holds nothing about riders. */
public sealed interface RolloutEvent {

    /** When, by the clock of the engine. */
    Instant at();

    /** Packs were replaced. */
    record Replaced(Instant at, Replacement replacement) implements RolloutEvent {}

    /** Somebody went back to the packs before. An operator's act: no counter that guards against old files stops it. */
    record RolledBack(Instant at, LoadedPacks from, LoadedPacks to) implements RolloutEvent {}

    /** A candidate decides in the shadow. */
    record ShadowStarted(Instant at, LoadedPacks candidate) implements RolloutEvent {}

    /** A candidate decides about a share of the riders, in basis points. */
    record CanaryStarted(Instant at, LoadedPacks candidate, int share) implements RolloutEvent {}

    /** The share of riders the candidate decides about was changed, in basis points. */
    record ShareChanged(Instant at, LoadedPacks candidate, int from, int to) implements RolloutEvent {}

    /** The candidate went into force. */
    record Promoted(Instant at, Phase endedPhase, LoadedPacks before, LoadedPacks after) implements RolloutEvent {}

    /** The candidate was let go. */
    record Abandoned(Instant at, Phase endedPhase, LoadedPacks candidate) implements RolloutEvent {}

    /**
     * Packs that were to replace others or to go on trial were refused.
     *
     * @param source the pack source, as it names itself
     * @param why the problems, or what is in the way
     */
    record Refused(Instant at, String source, RiderRulesException why) implements RolloutEvent {}
}
