package org.riderrules.engine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;

/** Keeps entries as long as the test runs. */
final class MemoryStore implements DecisionStore {
    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String region() {
        return null;
    }

    @Override
    public synchronized void append(List<AuditEntry> more) {
        entries.addAll(more);
    }

    @Override
    public synchronized AuditEntry last() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    @Override
    public synchronized AuditEntry last(EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    @Override
    public synchronized Stream<AuditEntry> entries(EntryQuery query) {
        return List.copyOf(entries).stream().filter(query::matches);
    }

    @Override
    public StoreHealth health() {
        return StoreHealth.GOOD;
    }

    @Override
    public void close() {}
}
