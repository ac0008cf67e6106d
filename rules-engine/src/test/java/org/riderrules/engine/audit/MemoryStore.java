package org.riderrules.engine.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;

/** A store in memory that a test can make fail. Refuses what does not follow, as every store must. */
public final class MemoryStore implements DecisionStore {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final @Nullable String region;
    private volatile Runnable before = () -> {};
    private volatile Runnable after = () -> {};

    /** Of a region; null = of every region. */
    public MemoryStore(@Nullable String region) {
        this.region = region;
    }

    /** Of every region. */
    public MemoryStore() {
        this(null);
    }

    /** Sets what happens before entries are kept; an exception keeps them out. */
    public void before(Runnable action) {
        before = action;
    }

    /** Sets what happens after entries were kept; an exception leaves the caller in doubt. */
    public void after(Runnable action) {
        after = action;
    }

    /** Fails every append from now on. */
    public void fail(StoreException.Problem problem) {
        before(() -> {
            throw new StoreException(problem, name(), "made to fail", "this is a test", null);
        });
    }

    /** Takes entries again. */
    public void recover() {
        before = () -> {};
        after = () -> {};
    }

    /** All entries. */
    public List<AuditEntry> all() {
        return List.copyOf(entries);
    }

    /** All calls. */
    public List<AuditEntry> calls() {
        return entries.stream()
                .filter(entry -> entry.kind().equals(EntryKind.CALL))
                .toList();
    }

    /** How many entries came with each append. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    /** The lines of a file with these entries. */
    public List<byte[]> lines() {
        return entries.stream().map(EntryLine::write).toList();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public @Nullable String region() {
        return region;
    }

    @Override
    public void append(List<AuditEntry> batch) {
        before.run();
        AuditEntry last = last();
        for (AuditEntry entry : batch) {
            long sequence = last == null ? 1 : last.sequence() + 1;
            String hash = last == null ? AuditEntry.NO_ENTRY_BEFORE : last.hash();
            if (entry.sequence() != sequence || !entry.previous().equals(hash)) {
                throw new StoreException(
                        StoreException.Problem.OUT_OF_ORDER, name(), entry + " after " + last, "none", null);
            }
            last = entry;
        }
        entries.addAll(new ArrayList<>(batch));
        batches.add(batch.size());
        after.run();
    }

    @Override
    public @Nullable AuditEntry last() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    @Override
    public @Nullable AuditEntry last(EntryKind kind) {
        AuditEntry last = null;
        for (AuditEntry entry : entries) {
            last = entry.kind().equals(kind) ? entry : last;
        }
        return last;
    }

    @Override
    public Stream<AuditEntry> entries(EntryQuery query) {
        return entries.stream().filter(query::matches);
    }

    @Override
    public StoreHealth health() {
        return StoreHealth.GOOD;
    }

    @Override
    public void close() {}
}
