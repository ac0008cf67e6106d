package org.riderrules.engine.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.outcome.Detriment;
import org.riderrules.api.outcome.Recommendation;
import org.riderrules.api.outcome.SanctionRecommended;
import org.riderrules.api.process.AppealAnswered;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.Changed;
import org.riderrules.api.process.EvidenceSeen;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.ReasonsIssued;
import org.riderrules.api.process.Rejected;
import org.riderrules.api.process.Review;
import org.riderrules.api.process.Subject;
import org.riderrules.api.process.TookEffect;

/**
 * One detriment of one decision, and what people have done about it so far. A state of things at one moment: asked
 * again, {@link DueProcess} gives a new one. Immutable, thread-safe.
 *
 * @param subject which detriment of which decision
 * @param decision the decision
 * @param recommended the detriment as the engine gave it
 * @param events what happened, in order
 */
public record Proceeding(Subject subject, Decision decision, Detriment recommended, List<ProcessEvent> events) {
    private static final String TYPE = "Proceeding";

    /** Where a proceeding stands. */
    public enum State {
        /** The engine recommends it; nothing holds. A person must decide. */
        RECOMMENDED,
        /** A person decided against it; nothing holds. */
        REJECTED,
        /** It was decided, by a person where one is needed; the rider has not been told and nothing holds. */
        DECIDED,
        /** The rider has the statement of reasons; it does not hold yet. */
        REASONS_ISSUED,
        /** It holds. */
        IN_EFFECT,
        /** An appeal against it was upheld; it holds no more. */
        OVERTURNED
    }

    /** Copies {@code events}. */
    public Proceeding {
        Require.present(TYPE, "subject", subject);
        Require.present(TYPE, "decision", decision);
        Require.present(TYPE, "recommended", recommended);
        events = Require.items(TYPE, "events", events);
    }

    static Proceeding of(Subject subject, Decision decision, Detriment recommended, List<ProcessEvent> all) {
        List<ProcessEvent> own = new ArrayList<>();
        for (ProcessEvent each : all) {
            if (subject.equals(ProcessRecords.subject(each))) {
                own.add(each);
            }
        }
        return new Proceeding(subject, decision, recommended, own);
    }

    /** Where it stands. */
    public State state() {
        if (has(AppealAnswered.class, answered -> answered.ruling() == AppealRuling.UPHELD)) {
            return State.OVERTURNED;
        }
        if (last(TookEffect.class) != null) {
            return State.IN_EFFECT;
        }
        Review review = review();
        if (review instanceof Rejected) {
            return State.REJECTED;
        }
        if (needsAPerson() && review == null) {
            return State.RECOMMENDED;
        }
        return last(ReasonsIssued.class) == null ? State.DECIDED : State.REASONS_ISSUED;
    }

    /** Whether only a person can make it hold. */
    public boolean needsAPerson() {
        return recommended instanceof Recommendation;
    }

    /** What a person decided; null = nothing yet. */
    public @Nullable Review review() {
        return last(Review.class);
    }

    /** The detriment as the person changed it; as the engine gave it when nobody did. */
    public Detriment detriment() {
        if (review() instanceof Changed changed && recommended instanceof Recommendation recommendation) {
            return changed.action() != null && recommendation instanceof SanctionRecommended sanction
                    ? sanction.with(changed.action(), changed.validFrom(), changed.validUntil())
                    : recommendation.during(changed.validFrom(), changed.validUntil());
        }
        return recommended;
    }

    /**
     * The references to evidence that the person who decided never opened; all of them before anybody has decided. Not
     * empty is a sign of a symbolic review.
     */
    public List<String> unseenEvidence() {
        Set<String> unseen = new LinkedHashSet<>(recommended.evidence());
        Review review = review();
        if (review != null) {
            review.judgement().seen().stream().map(EvidenceSeen::reference).forEach(unseen::remove);
        }
        return List.copyOf(unseen);
    }

    /** The appeals that nobody has answered, in order. */
    public List<AppealFiled> openAppeals() {
        List<AppealFiled> open = new ArrayList<>();
        for (ProcessEvent each : events) {
            if (each instanceof AppealFiled filed
                    && !has(AppealAnswered.class, answered -> answered.appeal().equals(filed.appeal()))) {
                open.add(filed);
            }
        }
        return open;
    }

    /** The last step of a kind; null = there was none. */
    <T extends ProcessEvent> @Nullable T last(Class<T> kind) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (kind.isInstance(events.get(i))) {
                return kind.cast(events.get(i));
            }
        }
        return null;
    }

    <T extends ProcessEvent> boolean has(Class<T> kind, java.util.function.Predicate<T> condition) {
        return events.stream().filter(kind::isInstance).map(kind::cast).anyMatch(condition);
    }
}
