package org.riderrules.engine.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.process.ProcessEvent;

/** Records in memory what the trail records for good; the engine behind it is a real one. */
final class MemoryArchive implements Archive {
    private final List<RecordedCall> calls = new ArrayList<>();
    private final List<ProcessEvent> events = new ArrayList<>();
    private final RulesEngine engine;
    private final Clock clock;

    MemoryArchive(RulesEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    RecordedCall decide(DecisionRequest request) {
        return record(request, List.of());
    }

    @Override
    public RecordedCall decideAgain(DecisionRequest corrected, List<String> supersedes) {
        return record(corrected, supersedes);
    }

    private RecordedCall record(DecisionRequest request, List<String> supersedes) {
        long sequence = calls.size() + 1L;
        SortedMap<String, Decision> decisions = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (Decision decision : engine.decideAll(request)) {
            String id = decision.topic() + ":" + sequence;
            order.add(id);
            decisions.put(id, decision);
        }
        RecordedCall call = new RecordedCall(sequence, clock.instant(), request, decisions, order, supersedes);
        calls.add(call);
        return call;
    }

    @Override
    public History history(String riderId) {
        return new History(
                riderId,
                calls.stream()
                        .filter(call -> call.request().riderId().equals(riderId))
                        .toList(),
                events.stream().filter(event -> event.riderId().equals(riderId)).toList());
    }

    @Override
    public void append(ProcessEvent event) {
        events.add(event);
    }

    @Override
    public List<ProcessEvent> about(String decision) {
        return events.stream()
                .filter(event -> event.decisions().contains(decision))
                .toList();
    }

    List<ProcessEvent> events() {
        return List.copyOf(events);
    }
}
