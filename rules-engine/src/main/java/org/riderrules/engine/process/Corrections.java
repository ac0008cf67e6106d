package org.riderrules.engine.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.process.Cause;
import org.riderrules.api.process.Corrected;
import org.riderrules.api.process.Difference;
import org.riderrules.api.process.Superseded;

/**
 * Corrects decisions with later knowledge: decides them again with the facts as they are known now, together with every
 * later decision that built on them, and says what is owed (EU directive 2024/2831, art. 11(3): rectify, or compensate).
 *
 * <p>Nothing is overwritten. The new decisions are recorded as the engine makes them, and hold from the moment at which
 * one entry, {@link Corrected}, names all of them: a correction that breaks off before has changed nothing, and can be
 * asked for again. Asked for twice, it is made once. Thread-safe; corrections take turns within one process.
 */
public final class Corrections {
    private final Archive archive;
    private final Reviewers reviewers;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    Corrections(Archive archive, Reviewers reviewers, Clock clock) {
        this.archive = archive;
        this.reviewers = reviewers;
        this.clock = clock;
    }

    /** All that is recorded about a rider. */
    public History history(String riderId) {
        return archive.history(riderId);
    }

    /**
     * The decisions that hold now and may change when a violation is withdrawn, in the order in which they were made.
     * Nothing is changed by asking.
     */
    public List<Affected> affected(String riderId, String violation) {
        History history = archive.history(riderId);
        CorrectedFacts facts = new CorrectedFacts(violation, violation(history, violation));
        List<Affected> affected = new ArrayList<>();
        for (RecordedCall call : history.calls()) {
            List<String> holding = holding(history, call);
            Affected first = connection(facts, call, holding);
            if (first == null) {
                continue;
            }
            for (String id : holding) {
                affected.add(
                        id.equals(first.decision())
                                ? first
                                : new Affected(id, Affected.Link.SAME_CALL, first.decision()));
                Decision decision = Objects.requireNonNull(call.decisions().get(id), "an id of the call");
                facts.replace(id, decision, id, decision);
            }
        }
        return affected;
    }

    /**
     * Withdraws a violation: every decision that used it, directly or through another decision, is decided again.
     *
     * @param cause an upheld appeal or a withdrawn violation
     * @param by the person who orders it
     * @param rationale why, in the person's own words
     * @param more what the host knows better besides; {@link FactCorrection#NONE} when nothing
     * @return what was corrected; from the first time when it was asked for before
     * @throws DueProcessException when the person may not decide, or a decision cannot be decided again by the same
     *     policy; nothing has changed then
     */
    public Corrected withdraw(String riderId, Cause cause, String by, String rationale, FactCorrection more) {
        String violation = violation(cause);
        turn.lock();
        try {
            History history = archive.history(riderId);
            for (Corrected before : history.corrections()) {
                if (before.cause().equals(cause)) {
                    return before;
                }
            }
            CorrectedFacts facts = new CorrectedFacts(violation, violation(history, violation));
            return correct(history, facts, cause, by, rationale, (call, corrected) -> more.correct(corrected));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Corrects one decision with facts that are known now, and every later decision that built on it.
     *
     * @param decision the id of a decision that holds
     * @param now the facts of its call as they are known now, all of them
     * @param by the person who orders it
     * @param cause what became known
     * @param rationale why, in the person's own words
     * @throws DueProcessException when the decision does not hold, the person may not decide, or a decision cannot be
     *     decided again by the same policy; nothing has changed then
     */
    public Corrected correct(
            String riderId, String decision, List<Fact> now, Cause.FactsCorrected cause, String by, String rationale) {
        List<Fact> facts = Require.items("Corrections", "now", now);
        turn.lock();
        try {
            History history = archive.history(riderId);
            if (history.asKnownAt(Instant.MAX).stream()
                    .noneMatch(each -> each.id().equals(decision))) {
                throw new DueProcessException(
                        "correct-what-holds",
                        history.decision(decision) == null
                                ? "there is no decision " + decision + " about this rider"
                                : "decision " + decision + " was superseded",
                        "correct the decision that holds: " + history.successor(decision));
            }
            return correct(
                    history,
                    new CorrectedFacts(null, null),
                    cause,
                    by,
                    rationale,
                    (call, corrected) -> call.order().contains(decision) ? facts : corrected.facts());
        } finally {
            turn.unlock();
        }
    }

    private interface More {
        List<Fact> facts(RecordedCall call, DecisionRequest corrected);
    }

    private Corrected correct(
            History history, CorrectedFacts facts, Cause cause, String by, String rationale, More more) {
        for (RecordedCall call : history.calls()) {
            if (!reviewers.mayDecide(by, call.request().market())) {
                throw new DueProcessException(
                        "a-person-decides",
                        "\"" + by + "\" is no person who may decide in "
                                + call.request().market(),
                        "let a person of the host's directory of reviewers order the correction");
            }
        }
        Instant known = clock.instant();
        List<Superseded> superseded = new ArrayList<>();
        for (RecordedCall call : history.calls()) {
            List<String> holding = holding(history, call);
            if (holding.isEmpty()) {
                continue;
            }
            DecisionRequest corrected =
                    with(call.request(), facts.of(call.request().facts()), known);
            corrected = with(corrected, more.facts(call, corrected), known);
            if (!corrected.facts().equals(call.request().facts())) {
                superseded.addAll(decideAgain(facts, call, holding, corrected));
            }
        }
        Corrected done = new Corrected(history.riderId(), clock.instant(), cause, by, rationale, superseded);
        archive.append(done);
        return done;
    }

    private List<Superseded> decideAgain(
            CorrectedFacts facts, RecordedCall call, List<String> holding, DecisionRequest corrected) {
        RecordedCall again = archive.decideAgain(corrected, holding);
        List<Superseded> superseded = new ArrayList<>();
        for (String id : holding) {
            Decision before = Objects.requireNonNull(call.decisions().get(id), "an id of the call");
            String by = again.order().stream()
                    .filter(each -> Objects.requireNonNull(again.decisions().get(each), "an id of the call")
                            .topic()
                            .equals(before.topic()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("every topic is decided again"));
            Decision after = Objects.requireNonNull(again.decisions().get(by), "an id of the call");
            if (!after.provenance().packDigest().equals(before.provenance().packDigest())) {
                throw new DueProcessException(
                        "same-policy",
                        "decision " + id + " was made by " + before.provenance().pack() + " "
                                + before.provenance().packDigest() + ", and the packs in force have "
                                + after.provenance().packDigest(),
                        "load the packs of that day; a correction changes facts, never policy");
            }
            boolean isTheSame = after.outcomes().equals(before.outcomes())
                    && after.explanation().equals(before.explanation());
            if (!isTheSame) {
                Difference owed = Differences.between(before, after);
                superseded.add(new Superseded(id, by, owed));
                facts.replace(id, before, by, after);
            }
        }
        return superseded;
    }

    private static DecisionRequest with(DecisionRequest request, List<Fact> facts, Instant known) {
        return new DecisionRequest(
                request.riderId(),
                request.topics(),
                request.market(),
                request.capacity(),
                request.scenario(),
                request.asOf(),
                known,
                facts);
    }

    /** The decisions of a call that hold now, in the order in which they were made. */
    private static List<String> holding(History history, RecordedCall call) {
        return history.asKnownAt(Instant.MAX).stream()
                .filter(each -> each.call().sequence() == call.sequence())
                .map(History.Standing::id)
                .toList();
    }

    /** How a call is connected with what is corrected; null = not at all. */
    private static @Nullable Affected connection(CorrectedFacts facts, RecordedCall call, List<String> holding) {
        if (holding.isEmpty()) {
            return null;
        }
        Affected window = null;
        for (Fact fact : call.request().facts()) {
            String link = facts.link(fact);
            if (link != null) {
                return new Affected(holding.get(0), Affected.Link.FACT, link);
            }
            String source = facts.source(fact);
            if (source != null) {
                return new Affected(holding.get(0), Affected.Link.EARLIER_DECISION, source);
            }
            if (facts.covers(fact)) {
                window = new Affected(holding.get(0), Affected.Link.WINDOW, fact.identity());
            }
        }
        return window;
    }

    private static @Nullable Violation violation(History history, String id) {
        Violation found = null;
        for (RecordedCall call : history.calls()) {
            for (Fact fact : call.request().facts()) {
                if (fact instanceof Violation violation && violation.id().equals(id)) {
                    found = violation;
                }
            }
        }
        return found;
    }

    private static String violation(Cause cause) {
        if (cause instanceof Cause.AppealUpheld upheld) {
            return upheld.violation();
        }
        if (cause instanceof Cause.ViolationWithdrawn withdrawn) {
            return withdrawn.violation();
        }
        throw new DueProcessException(
                "withdraw-a-violation", cause + " names no violation", "use correct(...) for facts that became known");
    }
}
