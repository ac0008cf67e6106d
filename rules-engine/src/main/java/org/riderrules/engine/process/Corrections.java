package org.riderrules.engine.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.process.Cause;
import org.riderrules.api.process.Corrected;
import org.riderrules.api.process.Superseded;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.audit.RecordedCall;
import org.riderrules.engine.audit.Replay;
import org.riderrules.engine.audit.Replayed;

/**
 * Corrects decisions with later knowledge: decides them again with the facts as they are known now, together with every
 * later decision that built on them, and says what is owed (EU directive 2024/2831, art. 11(3): rectify, or compensate).
 *
 * <p>Nothing is overwritten. The new decisions are recorded as the engine makes them, and hold from the moment at which
 * one entry, {@link Corrected}, names all of them: a correction that breaks off before has changed nothing, and can be
 * asked for again. Asked for twice, it is made once. Thread-safe; corrections take turns within one process.
 */
public final class Corrections {
    private static final String TYPE = "Corrections";

    private final ProcessRecords records;
    private final RulesEngine engine;
    private final Replay replay;
    private final Reviewers reviewers;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    private Corrections(AuditTrail trail, RulesEngine engine, Reviewers reviewers, Clock clock) {
        this.records = new ProcessRecords(Require.present(TYPE, "trail", trail));
        this.engine = Require.present(TYPE, "engine", engine);
        this.replay = new Replay(engine);
        this.reviewers = Require.present(TYPE, "reviewers", reviewers);
        this.clock = Require.present(TYPE, "clock", clock);
    }

    /**
     * Corrections on a trail.
     *
     * @param trail where the decisions are recorded
     * @param engine an engine on the packs that decided, one that records nothing: what is decided again is recorded
     *     here, as a correction
     * @param reviewers who may order a correction
     * @param clock says when something is known
     */
    public static Corrections on(AuditTrail trail, RulesEngine engine, Reviewers reviewers, Clock clock) {
        return new Corrections(trail, engine, reviewers, clock);
    }

    /** All that is recorded about a rider. */
    public History history(String riderId) {
        return records.history(riderId);
    }

    /**
     * The decisions that hold now and may change when a violation is withdrawn, in the order in which they were made.
     * Nothing is changed by asking.
     */
    public List<Affected> affected(String riderId, String violation) {
        History history = known(riderId);
        CorrectedFacts facts = new CorrectedFacts(violation, violation(history, violation));
        List<Affected> affected = new ArrayList<>();
        for (History.Call call : history.calls()) {
            List<History.Standing> holding = holding(history, call);
            Affected first = connection(facts, call, holding);
            if (first == null) {
                continue;
            }
            for (History.Standing each : holding) {
                affected.add(
                        each.id().equals(first.decision())
                                ? first
                                : new Affected(each.id(), Affected.Link.SAME_CALL, first.decision()));
                facts.replace(each, each.id(), each.outcomes());
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
            History history = known(riderId);
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
        List<Fact> facts = Require.items(TYPE, "now", now);
        turn.lock();
        try {
            History history = known(riderId);
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
                    (call, corrected) -> call.decisions().stream().anyMatch(each -> decision.equals(each.id()))
                            ? facts
                            : corrected.facts());
        } finally {
            turn.unlock();
        }
    }

    private interface More {
        List<Fact> facts(History.Call call, DecisionRequest corrected);
    }

    private Corrected correct(
            History history, CorrectedFacts facts, Cause cause, String by, String rationale, More more) {
        for (History.Call call : history.calls()) {
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
        for (History.Call call : history.calls()) {
            List<History.Standing> holding = holding(history, call);
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
        records.append(done);
        return done;
    }

    private List<Superseded> decideAgain(
            CorrectedFacts facts, History.Call call, List<History.Standing> holding, DecisionRequest corrected) {
        Map<Topic, Decision> before = byTopic(asDecided(call));
        List<Decision> again = engine.decideAll(corrected);
        again = records.trail().record(corrected, again, holding.get(0).id());
        Map<Topic, Decision> after = byTopic(again);
        List<Superseded> superseded = new ArrayList<>();
        for (History.Standing each : holding) {
            Decision old = Objects.requireNonNull(before.get(each.decision().topic()), "every topic is decided");
            Decision now = Objects.requireNonNull(after.get(each.decision().topic()), "every topic is decided");
            String by = Objects.requireNonNull(now.id(), "a correction is never dropped");
            boolean isTheSame =
                    now.outcomes().equals(old.outcomes()) && now.explanation().equals(old.explanation());
            if (!isTheSame) {
                superseded.add(new Superseded(each.id(), by, Differences.between(old.outcomes(), now.outcomes())));
                facts.replace(each, by, now.outcomes());
            }
        }
        return superseded;
    }

    /** What was decided then, decided again: a correction changes facts, never policy, so this must be the same. */
    private List<Decision> asDecided(History.Call call) {
        List<Decision> decisions =
                engine.decideAll(with(call.request(), call.request().facts(), call.knownAt()));
        RecordedCall now = Replay.record(call.request(), decisions);
        RecordedCall then =
                new RecordedCall(now.engine(), call.request(), call.knownAt(), call.decisions(), null, null);
        Replayed.Different different = replay.difference(then, now);
        if (different != null) {
            throw new DueProcessException(
                    "same-policy",
                    "what was decided in entry " + call.sequence() + " is decided otherwise here: " + different,
                    "load the packs that decided; a correction changes facts, never policy");
        }
        return decisions;
    }

    private static Map<Topic, Decision> byTopic(List<Decision> decisions) {
        Map<Topic, Decision> byTopic = new HashMap<>();
        decisions.forEach(decision -> byTopic.put(decision.topic(), decision));
        return byTopic;
    }

    private History known(String riderId) {
        History history = records.history(riderId);
        if (history.calls().isEmpty()) {
            throw new DueProcessException(
                    "known-rider", "nothing is recorded about this rider, or the rider was erased", "look at the id");
        }
        return history;
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
    private static List<History.Standing> holding(History history, History.Call call) {
        return history.asKnownAt(Instant.MAX).stream()
                .filter(each -> each.call().sequence() == call.sequence())
                .toList();
    }

    /** How a call is connected with what is corrected; null = not at all. */
    private static @Nullable Affected connection(
            CorrectedFacts facts, History.Call call, List<History.Standing> holding) {
        if (holding.isEmpty()) {
            return null;
        }
        String first = holding.get(0).id();
        Affected window = null;
        for (Fact fact : call.request().facts()) {
            String link = facts.link(fact);
            if (link != null) {
                return new Affected(first, Affected.Link.FACT, link);
            }
            String source = facts.source(fact);
            if (source != null) {
                return new Affected(first, Affected.Link.EARLIER_DECISION, source);
            }
            if (facts.covers(fact)) {
                window = new Affected(first, Affected.Link.WINDOW, fact.identity());
            }
        }
        return window;
    }

    private static @Nullable Violation violation(History history, String id) {
        Violation found = null;
        for (History.Call call : history.calls()) {
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
