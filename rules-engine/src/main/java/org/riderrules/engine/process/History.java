package org.riderrules.engine.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.process.Corrected;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.Superseded;

/**
 * All that is recorded about one rider. Nothing is ever taken out of it: what was superseded stays readable, and every
 * question can be asked as it would have been answered at any earlier moment. Immutable, thread-safe.
 *
 * @param riderId the rider
 * @param calls the recorded calls, by sequence
 * @param events the steps of due process, in order
 */
public record History(String riderId, List<RecordedCall> calls, List<ProcessEvent> events) {
    private static final String TYPE = "History";

    /** Copies the lists. */
    public History {
        Require.present(TYPE, "riderId", riderId);
        calls = Require.items(TYPE, "calls", calls);
        events = Require.items(TYPE, "events", events);
    }

    /**
     * A decision that held at some moment.
     *
     * @param id its id
     * @param decision the decision
     * @param call the call that made it
     */
    public record Standing(String id, Decision decision, RecordedCall call) {}

    /**
     * The decisions that hold for a topic on an effective day, as known at an instant, in the order in which they were
     * made: recorded by then, and not superseded by then. More than one when the host asked more than once.
     */
    public List<Standing> asKnownAt(Instant known, Topic topic, LocalDate asOf) {
        return asKnownAt(known).stream()
                .filter(each -> each.decision().topic().equals(topic)
                        && each.decision().asOf().equals(asOf))
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
        for (RecordedCall call : calls) {
            if (call.recordedAt().isAfter(known)) {
                continue;
            }
            for (String id : call.order()) {
                Decision decision = call.decisions().get(id);
                if (decision != null && !gone.contains(id) && (!call.isCorrection() || confirmed.contains(id))) {
                    standing.add(new Standing(id, decision, call));
                }
            }
        }
        return standing;
    }

    /** The decision with an id, whether or not it still holds; null = there is none. */
    public @Nullable Decision decision(String id) {
        for (RecordedCall call : calls) {
            Decision decision = call.decisions().get(id);
            if (decision != null) {
                return decision;
            }
        }
        return null;
    }

    /** The decision that holds instead of one; itself when nothing superseded it. */
    public String successor(String id) {
        Map<String, String> by = new HashMap<>();
        corrections().forEach(each -> each.superseded().forEach(one -> by.put(one.decision(), one.by())));
        String current = id;
        while (by.containsKey(current)) {
            current = by.get(current);
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
