package org.riderrules.engine.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.outcome.Detriment;
import org.riderrules.api.process.Subject;
import org.riderrules.api.process.TookEffect;

/**
 * A detriment that holds. What a host acts on: it has no public constructor, and {@link DueProcess#takeEffect} gives one
 * for a recommendation only when a person has decided and the rider has the reasons. Immutable, thread-safe.
 */
public final class EffectiveDetriment {
    private final Detriment detriment;
    private final TookEffect effect;

    EffectiveDetriment(Detriment detriment, TookEffect effect) {
        this.detriment = detriment;
        this.effect = effect;
    }

    /** Which detriment of which decision. */
    public Subject subject() {
        return effect.subject();
    }

    /** What holds, as the person decided. */
    public Detriment detriment() {
        return detriment;
    }

    /** From when it holds. */
    public Instant effectiveFrom() {
        return effect.effectiveFrom();
    }

    /** When the rider was given the reasons; not after {@link #effectiveFrom()}. */
    public Instant reasonsIssuedAt() {
        return effect.reasonsIssuedAt();
    }

    /** The person who decided; null = nobody, for a penalty that needs no person. */
    public @Nullable String decidedBy() {
        return effect.decidedBy();
    }

    /** What holds, from when, and who decided. */
    @Override
    public String toString() {
        return detriment + " from " + effectiveFrom() + ", decided by "
                + (decidedBy() == null ? "the policy" : decidedBy());
    }
}
