package org.riderrules.engine.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.process.Corrected;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.Superseded;
import org.riderrules.engine.audit.RecordedDecision;
import org.riderrules.engine.audit.RecordedOutcome;

/**
 * All that is recorded about one rider. Nothing is ever taken out of it: what was superseded stays readable, and every
 * question can be asked as it would have been answered at any earlier moment. Holds personal data in clear. Immutable,
 * thread-safe.
 *
 * @param riderId the rider
 * @param calls the recorded calls that decided something, by sequence
 * @param events the steps of due process, in order
 */
public record History(String riderId, List<Call> calls, List<ProcessEvent> events) {
    private static final String TYPE = "History";

    /** Copies the lists. */
    public History {
        Require.present(TYPE, "riderId", riderId);
        calls = Require.items(TYPE, "calls", calls);
        events = Require.items(TYPE, "events", events);
    }

    /**
     * One recorded call.
     *
     * @param sequence its place in the trail, from 1
     * @param recordedAt when it was recorded
     * @param knownAt when its facts were known
     * @param request what was asked
     * @param decisions what was decided, with ids, in order
     * @param supersedes the decision that it was made to replace; null = a call of the host's own. Such a call holds only
     *     once a correction names it
     */
    public record Call(
            long sequence,
            Instant recordedAt,
            Instant knownAt,
            DecisionRequest request,
            List<RecordedDecision> decisions,
            @Nullable String supersedes) {
        /** Copies {@code decisions}. */
        public Call {
            Require.present("Call", "recordedAt", recordedAt);
            Require.present("Call", "knownAt", knownAt);
            Require.present("Call", "request", request);
            decisions = Require.items("Call", "decisions", decisions);
        }
    }

    /**
     * A decision that held at some moment.
     *
     * @param id its id
     * @param decision the decision as it is recorded
     * @param call the call that made it
     */
    public record Standing(String id, RecordedDecision decision, Call call) {
        /** The outcomes, in the decision's order. */
        public List<Outcome> outcomes() {
            return decision.outcomes().stream().map(RecordedOutcome::outcome).toList();
        }
    }

    /**
     * The decisions that hold for a topic on an effective day, as known at an instant, in the order in which they were
     * made: recorded by then, and not superseded by then. More than one when the host asked more than once.
     */
    public List<Standing> asKnownAt(Instant known, Topic topic, LocalDate asOf) {
        return asKnownAt(known).stream()
                .filter(each -> each.decision().topic().equals(topic)
                        && each.call().request().asOf().equals(asOf))
                .toList();
    }

    /** All decisions that hold as known at an instant, in the order in which they were made. */
    public List<Standing> asKnownAt(Instant known) {
        Set<String> gone = new HashSet<>();
        Set<String> confirmed = new HashSet<>();
        for (Corrected each : corrections()) {
            if (!each.at().isAfter(known)) {
                for (Superseded superseded : each.superseded()) {
                    gone.add(superseded.decision());
                    confirmed.add(superseded.by());
                }
            }
        }
        List<Standing> standing = new ArrayList<>();
        for (Standing each : all()) {
            if (!each.call().recordedAt().isAfter(known)
                    && !gone.contains(each.id())
                    && (each.call().supersedes() == null || confirmed.contains(each.id()))) {
                standing.add(each);
            }
        }
        return standing;
    }

    /** Every decision that was ever recorded, whether or not it holds, in the order in which they were made. */
    public List<Standing> all() {
        List<Standing> all = new ArrayList<>();
        for (Call call : calls) {
            for (RecordedDecision decision : call.decisions()) {
                all.add(new Standing(Objects.requireNonNull(decision.id(), "every opened decision"), decision, call));
            }
        }
        return all;
    }

    /** The decision with an id, whether or not it still holds; null = there is none about this rider. */
    public @Nullable Standing decision(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    /** The id of the decision that holds instead of one; its own when nothing superseded it. */
    public String successor(String id) {
        Map<String, String> by = new HashMap<>();
        corrections().forEach(each -> each.superseded().forEach(one -> by.put(one.decision(), one.by())));
        String current = id;
        for (String next = by.get(current); next != null; next = by.get(current)) {
            current = next;
        }
        return current;
    }

    /** The corrections, in order. */
    public List<Corrected> corrections() {
        return events.stream()
                .filter(Corrected.class::isInstance)
                .map(Corrected.class::cast)
                .toList();
    }
}
