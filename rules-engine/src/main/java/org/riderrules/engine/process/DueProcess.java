package org.riderrules.engine.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.error.Require;
import org.riderrules.api.explain.Language;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.outcome.Detriment;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.SanctionAction;
import org.riderrules.api.outcome.SanctionRecommended;
import org.riderrules.api.process.AppealAnswered;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.Changed;
import org.riderrules.api.process.Confirmed;
import org.riderrules.api.process.Judgement;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.ReasonsIssued;
import org.riderrules.api.process.Rejected;
import org.riderrules.api.process.Review;
import org.riderrules.api.process.Subject;
import org.riderrules.api.process.TookEffect;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.audit.AuditTrail;

/**
 * What has to happen between a recommendation and its effect, and after it. Every step is checked against the steps
 * before it, then kept in the audit trail, and only then does it count; a step that is not allowed throws
 * {@link DueProcessException} and leaves nothing behind. Thread-safe; steps take turns within one process, so let one
 * process of a host take them.
 */
public final class DueProcess {
    private static final String TYPE = "DueProcess";

    private final ProcessRecords records;
    private final Reviewers reviewers;
    private final Clock clock;
    private final Map<String, Jurisdiction> laws;
    private final ReentrantLock turn = new ReentrantLock();

    private DueProcess(Builder builder) {
        this.records = new ProcessRecords(builder.trail);
        this.reviewers = builder.reviewers;
        this.clock = builder.clock;
        this.laws = Map.copyOf(builder.laws);
    }

    /**
     * Starts due process on a trail.
     *
     * @param trail where the engine records its decisions, and where every step is kept
     * @param reviewers who may decide
     * @param clock says when a step is taken
     */
    public static Builder on(AuditTrail trail, Reviewers reviewers, Clock clock) {
        return new Builder(trail, reviewers, clock);
    }

    /** What the law of a market asks; {@link Jurisdiction#DEFAULT} where the host named nothing else. */
    public Jurisdiction law(String market) {
        return laws.getOrDefault(market, Jurisdiction.DEFAULT);
    }

    /**
     * The proceedings of a decision: one for each detriment, in the order of its outcomes; none when it holds nothing
     * against the rider.
     *
     * @param decision a recorded decision, as the engine returned it
     * @throws DueProcessException when the decision is not recorded
     */
    public List<Proceeding> of(Decision decision) {
        String id = Require.present(TYPE, "decision", decision).id();
        if (id == null) {
            throw refused(
                    "recorded-first",
                    "the decision about " + decision.topic() + " on " + decision.asOf() + " has no id",
                    "let the engine record it: build it with audit(trail)");
        }
        List<ProcessEvent> events = records.about(id);
        List<Proceeding> proceedings = new ArrayList<>();
        for (Outcome outcome : decision.outcomes()) {
            if (outcome instanceof Detriment detriment) {
                Subject subject = new Subject(
                        id,
                        detriment.about(),
                        decision.market(),
                        decision.provenance().pack(),
                        decision.provenance().version());
                proceedings.add(Proceeding.of(subject, decision, detriment, events));
            }
        }
        return List.copyOf(proceedings);
    }

    /** The proceeding as it stands now. */
    public Proceeding now(Proceeding proceeding) {
        return of(proceeding.decision()).stream()
                .filter(each -> each.subject().equals(proceeding.subject()))
                .findFirst()
                .orElseThrow(() -> new DueProcessException(
                        "known-decision",
                        "the decision has no detriment " + proceeding.subject(),
                        "take the proceeding from of(decision)"));
    }

    /**
     * A person decides as was recommended.
     *
     * @throws DueProcessException when it is no recommendation, was decided before, the reviewer may not decide, or none
     *     of its evidence was opened
     */
    public Confirmed confirm(Proceeding proceeding, Judgement judgement) {
        return step(proceeding, current -> {
            mayDecide(current, judgement, true);
            return new Confirmed(current.decision().riderId(), current.subject(), judgement);
        });
    }

    /**
     * A person decides that nothing of it holds. In the rider's favour, so this needs no evidence; that none was opened
     * is kept and counted.
     *
     * @throws DueProcessException when it is no recommendation, was decided before, or the reviewer may not decide
     */
    public Rejected reject(Proceeding proceeding, Judgement judgement) {
        return step(proceeding, current -> {
            mayDecide(current, judgement, false);
            return new Rejected(current.decision().riderId(), current.subject(), judgement);
        });
    }

    /**
     * A person decides something else than was recommended.
     *
     * @param action what holds instead; null = the same, for other days; must be null for what is no sanction
     * @param validFrom first day it holds, not before the day of the decision
     * @param validUntil first day it no longer holds, after {@code validFrom}
     * @throws DueProcessException as {@link #confirm}, and when nothing is changed
     */
    public Changed change(
            Proceeding proceeding,
            Judgement judgement,
            @Nullable SanctionAction action,
            LocalDate validFrom,
            LocalDate validUntil) {
        return step(proceeding, current -> {
            mayDecide(current, judgement, true);
            Changed changed = new Changed(
                    current.decision().riderId(), current.subject(), judgement, action, validFrom, validUntil);
            List<ProcessEvent> after = new ArrayList<>(current.events());
            after.add(changed);
            if (validFrom.isBefore(current.recommended().validFrom())) {
                throw refused(
                        "a-change-changes",
                        "the change begins on " + validFrom + ", before the recommendation, which begins on "
                                + current.recommended().validFrom(),
                        "let it begin then or later: nothing holds for the past");
            }
            Detriment other =
                    new Proceeding(current.subject(), current.decision(), current.recommended(), after).detriment();
            if (other.equals(current.recommended())) {
                throw refused(
                        "a-change-changes",
                        "the change is what was recommended: " + other,
                        "confirm it, or change action or days");
            }
            if (action != null && !(current.recommended() instanceof SanctionRecommended)) {
                throw refused(
                        "a-change-changes",
                        current.subject() + " is no sanction and has no action " + action,
                        "leave the action out and change the days");
            }
            return changed;
        });
    }

    /**
     * Writes the statement of reasons and keeps that it was given to the rider now. Give it to him before anything else.
     *
     * @param effectiveOn the day of effect that it announces, not before the day from which the detriment holds
     * @throws DueProcessException when a person has not decided yet, decided against it, the day lies too early, or a
     *     part of the notice has no text in this language
     */
    public StatementOfReasons issueReasons(Proceeding proceeding, Language language, LocalDate effectiveOn) {
        Holder<StatementOfReasons> written = new Holder<>();
        step(proceeding, current -> {
            isDecided(current);
            Jurisdiction law = law(current.subject().market());
            Instant now = clock.instant();
            LocalDate earliest =
                    latest(current.detriment().validFrom(), law.day(now).plusDays(law.noticeDays()));
            if (effectiveOn.isBefore(earliest)
                    || !effectiveOn.isBefore(current.detriment().validUntil())) {
                throw refused(
                        "notice-in-advance",
                        "the reasons announce effect on " + effectiveOn,
                        "announce a day from " + earliest + " (" + law.noticeDays()
                                + " days of notice) and before "
                                + current.detriment().validUntil());
            }
            StatementOfReasons statement =
                    written.put(ReasonsWriter.write(current, law, Wording.of(language), effectiveOn, now));
            return new ReasonsIssued(
                    current.decision().riderId(),
                    current.subject(),
                    now,
                    language,
                    effectiveOn,
                    statement.textDigest(),
                    statement.htmlDigest());
        });
        return written.get();
    }

    /**
     * Puts a detriment into effect: the only way to get one that holds.
     *
     * @param effectiveFrom from when it holds: not before the reasons were given, and not before the day they announce
     * @throws DueProcessException when a person is needed and has not decided, or decided against it, when the rider has
     *     no statement of reasons or has it later than the effect, or it was overturned
     */
    public EffectiveDetriment takeEffect(Proceeding proceeding, Instant effectiveFrom) {
        Holder<Detriment> detriment = new Holder<>();
        TookEffect effect = step(proceeding, current -> {
            isDecided(current);
            ReasonsIssued reasons = current.last(ReasonsIssued.class);
            if (reasons == null || effectiveFrom.isBefore(reasons.at())) {
                throw refused(
                        "reasons-before-effect",
                        "effect at " + effectiveFrom + ", reasons given "
                                + (reasons == null ? "never" : "at " + reasons.at()),
                        "issue the reasons first; it can take effect from then on");
            }
            Jurisdiction law = law(current.subject().market());
            if (law.day(effectiveFrom).isBefore(reasons.effectiveOn())
                    || !law.day(effectiveFrom).isBefore(current.detriment().validUntil())) {
                throw refused(
                        "notice-in-advance",
                        "effect on " + law.day(effectiveFrom) + ", announced for " + reasons.effectiveOn(),
                        "let it take effect on the announced day or later, and before "
                                + current.detriment().validUntil());
            }
            detriment.put(current.detriment());
            Review review = current.review();
            return new TookEffect(
                    current.decision().riderId(),
                    current.subject(),
                    clock.instant(),
                    effectiveFrom,
                    reasons.at(),
                    review == null ? null : review.judgement().reviewer());
        });
        return new EffectiveDetriment(detriment.get(), effect);
    }

    /**
     * A rider asks for a review. The answer is due by the law of the market.
     *
     * @param appeal the appeal, as the host names it
     * @param statement what the rider says; null = not known
     * @param evidence references to evidence, possibly none
     * @throws DueProcessException when the appeal is known, or the last day to appeal is over
     */
    public AppealFiled fileAppeal(
            Proceeding proceeding, String appeal, @Nullable String statement, List<String> evidence) {
        return step(proceeding, current -> {
            Instant now = clock.instant();
            Jurisdiction law = law(current.subject().market());
            if (current.has(AppealFiled.class, filed -> filed.appeal().equals(appeal))) {
                throw refused("one-appeal-once", "appeal " + appeal + " was filed before", "give it another id");
            }
            if (law.day(now).isAfter(current.detriment().appealBy())) {
                throw refused(
                        "appeal-in-time",
                        "appeal " + appeal + " on " + law.day(now) + ", last day "
                                + current.detriment().appealBy(),
                        "tell the rider; a person can still correct the decision");
            }
            return new AppealFiled(
                    current.decision().riderId(),
                    current.subject(),
                    now,
                    appeal,
                    statement,
                    evidence,
                    law.answerBy(now));
        });
    }

    /**
     * A person answers an appeal. A late answer is kept, with how late it is. After {@link AppealRuling#UPHELD} the
     * detriment holds no more; let {@link Corrections} correct what followed from it.
     *
     * @throws DueProcessException when the appeal is not known or was answered, the reviewer may not decide, or an
     *     appeal is rejected without any evidence opened
     */
    public AppealAnswered answerAppeal(Proceeding proceeding, String appeal, Judgement judgement, AppealRuling ruling) {
        return step(proceeding, current -> {
            AppealFiled filed = current.openAppeals().stream()
                    .filter(each -> each.appeal().equals(appeal))
                    .findFirst()
                    .orElseThrow(() -> refused(
                            "one-answer-once",
                            "there is no open appeal " + appeal + " against " + current.subject(),
                            "answer one of " + current.openAppeals()));
            isAPerson(current, judgement);
            if (judgement.decidedAt().isBefore(filed.at())) {
                throw refused(
                        "answer-after-appeal",
                        "answered at " + judgement.decidedAt() + ", filed at " + filed.at(),
                        "give the time of the answer");
            }
            if (ruling == AppealRuling.REJECTED && judgement.seen().isEmpty()) {
                throw refused(
                        "evidence-seen",
                        "appeal " + appeal + " is rejected and no evidence was opened",
                        "let the reviewer open the evidence first");
            }
            LocalDate answered = law(current.subject().market()).day(judgement.decidedAt());
            long late = ChronoUnit.DAYS.between(filed.answerBy(), answered);
            return new AppealAnswered(
                    current.decision().riderId(),
                    current.subject(),
                    appeal,
                    judgement,
                    ruling,
                    Math.toIntExact(Math.max(0, late)));
        });
    }

    /** The open appeals of a proceeding whose answer is overdue now, in order. */
    public List<AppealFiled> overdue(Proceeding proceeding) {
        Proceeding current = now(proceeding);
        LocalDate today = law(current.subject().market()).day(clock.instant());
        return current.openAppeals().stream()
                .filter(filed -> filed.answerBy().isBefore(today))
                .toList();
    }

    /** Reviews, overrides and appeals by {@code pack/version}; also of riders that were erased since. */
    public SortedMap<String, ReviewStatistics> statistics() {
        try (Stream<AuditEntry> entries = records.trail()
                .entries(EntryQuery.where().kind(EntryKind.PROCESS).build())) {
            return ReviewStatistics.of(entries.map(AuditEntry::keys));
        }
    }

    private interface Step<T extends ProcessEvent> {
        T after(Proceeding current);
    }

    /** Checks against what stands now and keeps the step, so that two steps at once cannot both be the first. */
    private <T extends ProcessEvent> T step(Proceeding proceeding, Step<T> step) {
        turn.lock();
        try {
            T event = step.after(now(Require.present(TYPE, "proceeding", proceeding)));
            records.append(event);
            return event;
        } finally {
            turn.unlock();
        }
    }

    private void mayDecide(Proceeding current, Judgement judgement, boolean againstTheRider) {
        if (!current.needsAPerson()) {
            throw refused(
                    "a-person-decides",
                    current.subject() + " is a "
                            + current.recommended().getClass().getSimpleName() + " and no recommendation",
                    "issue its reasons; the rider can appeal");
        }
        Review before = current.review();
        if (before != null) {
            throw refused(
                    "decided-once",
                    current.subject() + " was decided at " + before.at(),
                    "let the rider appeal, or correct the decision");
        }
        isAPerson(current, judgement);
        boolean sawEvidence = judgement.seen().stream()
                .anyMatch(each -> current.recommended().evidence().contains(each.reference()));
        if (againstTheRider && !sawEvidence) {
            throw refused(
                    "evidence-seen",
                    "none of the evidence " + current.recommended().evidence() + " was opened",
                    "let the reviewer open the evidence before deciding: a symbolic review is no review");
        }
    }

    private void isAPerson(Proceeding current, Judgement judgement) {
        String reviewer = judgement.reviewer();
        if (reviewer.equals(current.decision().riderId())
                || !reviewers.mayDecide(reviewer, current.subject().market())) {
            throw refused(
                    "a-person-decides",
                    "\"" + reviewer + "\" is no person who may decide in "
                            + current.subject().market(),
                    "let a person of the host's directory of reviewers decide");
        }
        if (judgement.decidedAt().isAfter(clock.instant())) {
            throw refused(
                    "decided-by-now",
                    "decided at " + judgement.decidedAt() + ", and now it is " + clock.instant(),
                    "give the time of the decision");
        }
    }

    private static void isDecided(Proceeding current) {
        switch (current.state()) {
            case RECOMMENDED ->
                throw refused(
                        "a-person-decides",
                        current.subject() + " is only recommended",
                        "let a person confirm, change or reject it");
            case REJECTED ->
                throw refused("a-person-decides", current.subject() + " was rejected", "nothing of it can hold");
            case OVERTURNED ->
                throw refused("overturned", current.subject() + " was overturned on appeal", "nothing of it can hold");
            case IN_EFFECT ->
                throw refused("decided-once", current.subject() + " holds already", "there is nothing to do");
            case DECIDED, REASONS_ISSUED -> {}
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static DueProcessException refused(String rule, String what, String mend) {
        return new DueProcessException(rule, what, mend);
    }

    /** Carries a second result out of a step. */
    private static final class Holder<T> {
        private @Nullable T value;

        T put(T value) {
            this.value = value;
            return value;
        }

        T get() {
            return Objects.requireNonNull(value, "put by the step");
        }
    }

    /** Builds a {@link DueProcess}; not thread-safe. */
    public static final class Builder {
        private final AuditTrail trail;
        private final Reviewers reviewers;
        private final Clock clock;
        private final Map<String, Jurisdiction> laws = new HashMap<>();

        private Builder(AuditTrail trail, Reviewers reviewers, Clock clock) {
            this.trail = Require.present(TYPE, "trail", trail);
            this.reviewers = Require.present(TYPE, "reviewers", reviewers);
            this.clock = Require.present(TYPE, "clock", clock);
        }

        /** Sets what the law of a market asks. Default: {@link Jurisdiction#DEFAULT}. */
        public Builder law(String market, Jurisdiction law) {
            laws.put(Require.present(TYPE, "market", market), Require.present(TYPE, "law", law));
            return this;
        }

        /** Builds it. */
        public DueProcess build() {
            return new DueProcess(this);
        }
    }
}
