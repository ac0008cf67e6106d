package org.riderrules.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.PackQuarantinedException;
import org.riderrules.api.error.RolloutStateException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.Replacement;
import org.riderrules.engine.rollout.RiderShare;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Shadowing;
import org.riderrules.engine.rollout.Standing;
import org.riderrules.engine.rollout.Trial;
import org.riderrules.engine.trust.Trust;

/**
 * A {@link RulesEngine} in the hands of the host that runs it: its packs can be replaced while it decides, tried before
 * that, and rolled back after it, and released from quarantine. Calls in flight finish on the packs they began with; no call waits for a step. Safe to
 * call from any thread; builds take turns, and so do steps.
 *
 * <p>Packs are either settled or have one candidate on trial. Replacing, rolling back and beginning a trial are possible
 * when they are settled; a trial is ended by promoting or abandoning it. Whatever is refused changes nothing.
 */
public interface ManagedRulesEngine extends RulesEngine {

    /**
     * Loads packs beside those in force, tries them on their own cases, and puts them in force in one step.
     *
     * @param trust why the files of this source may be believed
     * @throws PackProblemsException with every problem found, or with every case that came out otherwise (code {@code
     *     case-failed}); the packs in force stay in force
     * @throws RolloutStateException when other packs are on trial
     */
    Replacement replacePacks(PackSource source, Trust trust);

    /**
     * Goes back to the packs that were in force before, in one step and without a build. The packs that were in force
     * are let go: rolling back twice goes two steps back, not to and fro. An operator's act: it is told to listeners
     * and logged as a warning, and no counter against older files stops it.
     *
     * @return the packs that are in force now
     * @throws RolloutStateException when none are kept, or when other packs are on trial
     */
    LoadedPacks rollBack();

    /** As {@link #shadow(PackSource, Trust, Shadowing)}, {@linkplain Shadowing#onTheCallersThread on the caller's thread}. */
    Shadow shadow(PackSource source, Trust trust);

    /**
     * Loads packs beside those in force, tries them on their own cases, and lets them decide in the shadow: every call
     * is decided by both, the packs in force answer, and what the candidate says is compared. Listeners do not hear the
     * candidate's decisions.
     *
     * @param trust why the files of this source may be believed
     * @throws PackProblemsException as {@link #replacePacks}
     * @throws RolloutStateException when other packs are on trial
     */
    Shadow shadow(PackSource source, Trust trust, Shadowing shadowing);

    /**
     * As {@link #canary(PackSource, Trust, int, String)}, salted with the candidate's digest: the same packs try the
     * same riders in every process.
     */
    Canary canary(PackSource source, Trust trust, int share);

    /**
     * Loads packs beside those in force, tries them on their own cases, and lets them decide about a share of the
     * riders.
     *
     * @param trust why the files of this source may be believed
     * @param share the share of riders, in basis points, 0 to 10000
     * @param salt deals the riders, see {@link RiderShare}; not blank
     * @throws InvalidValueException when the share is out of range or the salt is blank
     * @throws PackProblemsException as {@link #replacePacks}
     * @throws RolloutStateException when other packs are on trial
     */
    Canary canary(PackSource source, Trust trust, int share, String salt);

    /** The trial that runs now, a {@link Shadow} or a {@link Canary}; null = none does. */
    @Nullable
    Trial trial();

    /** Where the packs stand now. */
    Standing standing();

    /**
     * The versions of packs that are in quarantine now, longest first, each as its calls are told. Replacing a version by
     * files with another digest ends its quarantine; loading the same files again does not.
     */
    List<PackQuarantinedException> quarantined();

    /**
     * Releases a version from quarantine, with its breaches forgotten: the next call for it is decided.
     *
     * @param digest the digest of its files, as {@link PackQuarantinedException#digest()} has it
     * @return whether it was in quarantine
     */
    boolean release(String digest);
}
