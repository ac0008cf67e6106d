package org.riderrules.engine.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.process.AppealAnswered;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.ReasonsIssued;
import org.riderrules.api.process.Review;
import org.riderrules.api.process.Subject;
import org.riderrules.api.process.TookEffect;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.audit.OpenedEntry;
import org.riderrules.engine.audit.RecordedCall;

/** The steps of due process as entries of the audit trail. Thread-safe. */
final class ProcessRecords {
    /** What is found under an entry's outcomes besides the name of the step; also after the rider was erased. */
    static final String HASTY = "HastyReview";

    static final String UPHELD = "AppealUpheld";
    static final String LATE = "LateAnswer";

    private final AuditTrail trail;

    ProcessRecords(AuditTrail trail) {
        this.trail = trail;
    }

    AuditTrail trail() {
        return trail;
    }

    /**
     * Keeps a step, durably before this returns.
     *
     * @throws org.riderrules.api.error.NotRecordedException when it could not be kept; it then did not happen
     */
    void append(ProcessEvent event) {
        trail.append(EntryKind.PROCESS, event.riderId(), keys(event), (Record) event);
    }

    /** All steps that are about a decision, in order. */
    List<ProcessEvent> about(String decision) {
        List<ProcessEvent> events = new ArrayList<>();
        try (Stream<AuditEntry> entries = trail.entries(
                EntryQuery.where().kind(EntryKind.PROCESS).decision(decision).build())) {
            entries.forEach(entry -> {
                OpenedEntry opened = trail.open(entry);
                if (opened != null) {
                    events.add(opened.body(ProcessEvent.class));
                }
            });
        }
        return events;
    }

    /** All that is recorded about a rider. */
    History history(String riderId) {
        List<History.Call> calls = new ArrayList<>();
        List<ProcessEvent> events = new ArrayList<>();
        try (Stream<AuditEntry> entries = trail.entriesOf(riderId)) {
            entries.forEach(entry -> {
                OpenedEntry opened = trail.open(entry);
                if (opened == null) {
                    return;
                }
                if (entry.kind().equals(EntryKind.PROCESS)) {
                    events.add(opened.body(ProcessEvent.class));
                } else if (entry.kind().equals(EntryKind.CALL)) {
                    RecordedCall call = opened.call();
                    if (!call.decisions().isEmpty() && call.request() != null) {
                        calls.add(new History.Call(
                                entry.sequence(),
                                opened.recordedAt(),
                                call.knownAt(),
                                call.request(),
                                call.decisions(),
                                call.supersedes()));
                    }
                }
            });
        }
        return new History(riderId, calls, events);
    }

    private static EntryKeys keys(ProcessEvent event) {
        SortedSet<String> packs = new TreeSet<>();
        Subject subject = subject(event);
        if (subject != null) {
            packs.add(subject.pack() + "/" + subject.version());
        }
        SortedSet<String> outcomes = new TreeSet<>();
        outcomes.add(event.getClass().getSimpleName());
        if (event instanceof Review review && ReviewStatistics.isHasty(review)) {
            outcomes.add(HASTY);
        }
        if (event instanceof AppealAnswered answered) {
            if (answered.ruling() == AppealRuling.UPHELD) {
                outcomes.add(UPHELD);
            }
            if (answered.isLate()) {
                outcomes.add(LATE);
            }
        }
        Instant at = event.at();
        return new EntryKeys(null, new TreeSet<>(), packs, null, at, outcomes, event.decisions());
    }

    static @Nullable Subject subject(ProcessEvent event) {
        if (event instanceof Review review) {
            return review.subject();
        }
        if (event instanceof ReasonsIssued issued) {
            return issued.subject();
        }
        if (event instanceof TookEffect effect) {
            return effect.subject();
        }
        if (event instanceof AppealFiled filed) {
            return filed.subject();
        }
        return event instanceof AppealAnswered answered ? answered.subject() : null;
    }
}
