package org.riderrules.engine.audit.file;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes for another store what that one cannot take now: when it is full, slow or away, entries go to files in a folder
 * and are acknowledged when they are durable there. A thread brings them to the store, in their order, as soon as it is
 * back, and only then are the files deleted. The chain does not see it. What was spilled survives the end of the process
 * and is brought over when the store is opened again, so always open both together, and never the store alone while the
 * folder holds entries.
 *
 * <p>When the folder is full too, {@link #append} fails. A store that refuses for another reason (in use, out of order,
 * damaged) is not helped by spilling, and its failure is passed on. While entries wait, a query still asks the store for
 * what is older, and fails when it is away.
 *
 * <p>Thread-safe, as {@link DecisionStore} asks.
 */
public final class SpillingStore implements DecisionStore {
    private static final Logger LOG = LoggerFactory.getLogger(SpillingStore.class);
    private static final Set<Problem> PASSING = Set.of(Problem.FULL, Problem.SLOW, Problem.UNAVAILABLE);
    /** Entries that are brought over together. */
    private static final int PORTION = 200;

    private final String name;
    private final DecisionStore store;
    private final JsonLinesStore spill;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread drainer;
    private @Nullable AuditEntry last;
    private boolean lastKnown;
    private boolean spilling;
    private long drained;
    private int readers;
    private @Nullable StoreException failure;
    private boolean sameTrail;
    private boolean closed;
    /** What to say while entries wait; null = what the store says. */
    private volatile @Nullable StoreHealth waitingHealth;

    private SpillingStore(DecisionStore store, JsonLinesStore spill, Duration pause) {
        this.name = store.name() + ", spilling to " + spill.name();
        this.store = store;
        this.spill = spill;
        this.pause = pause;
        this.last = spill.last();
        this.spilling = last != null;
        this.lastKnown = spilling;
        this.drained = spill.first() - 1;
        note();
        this.drainer = new Thread(this::drainUntilClosed, "rider-rules spill of " + store.name());
        drainer.setDaemon(true);
        drainer.start();
    }

    /**
     * Starts a store that spills.
     *
     * @param store where entries belong; closed with this one
     * @param directory where entries wait, on another disk than the store; holds nothing else
     * @param clock names the files
     */
    public static Builder over(DecisionStore store, Path directory, Clock clock) {
        return new Builder(store, directory, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String region() {
        return store.region();
    }

    @Override
    public void append(List<AuditEntry> entries) {
        lock.lock();
        try {
            Following.require(entries, known(), false, name);
            if (spilling || !taken(entries)) {
                spill(entries);
            }
            last = entries.get(entries.size() - 1);
        } finally {
            note();
            lock.unlock();
        }
    }

    private boolean taken(List<AuditEntry> entries) {
        try {
            store.append(entries);
            failure = null;
            return true;
        } catch (StoreException e) {
            // It may hold them all the same, when a connection broke during its commit.
            lastKnown = false;
            if (!PASSING.contains(e.problem())) {
                throw e;
            }
            failure = e;
            return false;
        }
    }

    private void spill(List<AuditEntry> entries) {
        try {
            spill.append(entries);
        } catch (StoreException e) {
            if (failure != null) {
                e.addSuppressed(failure);
            }
            throw e;
        }
        if (!spilling) {
            LOG.warn("entries from {} on wait in {}: {}", entries.get(0).sequence(), spill.name(), text(failure));
            drained = entries.get(0).sequence() - 1;
            spilling = true;
            sameTrail = false;
            changed.signalAll();
        }
        lastKnown = true;
    }

    private static String text(@Nullable StoreException failure) {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    private void drainUntilClosed() {
        lock.lock();
        try {
            while (!closed) {
                if (!spilling) {
                    changed.awaitUninterruptibly();
                } else if (!drain()) {
                    pause();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nobody interrupts this thread; should it happen, the pause is short. */
    private void pause() {
        try {
            changed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("interrupted", e);
        }
    }

    /** Brings entries over; false = not now. */
    private boolean drain() {
        try {
            AuditEntry there = lastInStore();
            if (closed) {
                return false;
            }
            drained = there == null ? 0 : there.sequence();
            if (!sameTrail) {
                withoutLock(() -> requireSameTrail(there));
                sameTrail = true;
            }
            List<AuditEntry> waiting = waiting();
            if (waiting.isEmpty()) {
                return finished();
            }
            // Near the end nothing may come between.
            if (waiting.size() < PORTION) {
                store.append(waiting);
            } else {
                withoutLock(() -> store.append(waiting));
            }
            drained = waiting.get(waiting.size() - 1).sequence();
            failure = null;
            return waiting().isEmpty() ? finished() : true;
        } catch (StoreException e) {
            failure = e;
            LOG.debug("entries still wait", e);
            return false;
        } finally {
            note();
        }
    }

    /** So that entries can be spilled while the store takes its time. */
    private void withoutLock(Runnable action) {
        lock.unlock();
        try {
            action.run();
        } finally {
            lock.lock();
        }
    }

    private @Nullable AuditEntry lastInStore() {
        lock.unlock();
        try {
            return store.last();
        } finally {
            lock.lock();
        }
    }

    private boolean finished() {
        if (readers > 0) {
            return false;
        }
        spill.clear();
        spilling = false;
        LOG.info("all entries up to {} were brought to {}", drained, store.name());
        return true;
    }

    private List<AuditEntry> waiting() {
        List<AuditEntry> portion = new ArrayList<>();
        try (Stream<AuditEntry> entries =
                spill.entries(EntryQuery.where().from(drained + 1).build())) {
            entries.limit(PORTION).forEach(portion::add);
        }
        return portion;
    }

    /** What both have must be the same, or one of them is of another trail. */
    private void requireSameTrail(@Nullable AuditEntry there) {
        AuditEntry newest = spill.last();
        if (there == null || newest == null || there.sequence() < spill.first()) {
            return;
        }
        long sequence = Math.min(there.sequence(), newest.sequence());
        if (!one(store, sequence).equals(one(spill, sequence))) {
            throw new StoreException(
                    Problem.CORRUPT,
                    name,
                    "entry " + sequence + " is not the same in " + store.name() + " and in " + spill.name(),
                    "two writers were there, or the store was restored from a backup; find out which one is right",
                    null);
        }
    }

    private static List<AuditEntry> one(DecisionStore store, long sequence) {
        try (Stream<AuditEntry> entries = store.entries(
                EntryQuery.where().from(sequence).until(sequence + 1).build())) {
            return entries.toList();
        }
    }

    private @Nullable AuditEntry known() {
        requireOpen();
        if (!lastKnown) {
            last = spilling ? spill.last() : store.last();
            lastKnown = true;
        }
        return last;
    }

    @Override
    public @Nullable AuditEntry last() {
        lock.lock();
        try {
            return known();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable AuditEntry last(EntryKind kind) {
        lock.lock();
        try {
            requireOpen();
            AuditEntry spilled = spilling ? spill.last(kind) : null;
            return spilled != null ? spilled : store.last(kind);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Stream<AuditEntry> entries(EntryQuery query) {
        lock.lock();
        try {
            requireOpen();
            if (!spilling) {
                return store.entries(query);
            }
            long first = spill.first();
            Stream<AuditEntry> older =
                    query.from() < first ? store.entries(until(query, Math.min(first, query.until()))) : Stream.of();
            Stream<AuditEntry> newer = spill.entries(query).filter(entry -> entry.sequence() >= first);
            readers++;
            return Stream.concat(older, newer).onClose(this::readerLeft);
        } finally {
            lock.unlock();
        }
    }

    private void readerLeft() {
        lock.lock();
        try {
            readers--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static EntryQuery until(EntryQuery query, long until) {
        return new EntryQuery(
                query.kinds(),
                query.rider(),
                query.topic(),
                query.pack(),
                query.outcome(),
                query.decision(),
                query.asOfFrom(),
                query.asOfUntil(),
                query.knownFrom(),
                query.knownUntil(),
                query.from(),
                until);
    }

    private void note() {
        AuditEntry newest = last;
        if (closed) {
            waitingHealth = new StoreHealth(false, 0, "closed");
        } else if (!spilling || newest == null) {
            waitingHealth = null;
        } else {
            waitingHealth = new StoreHealth(
                    spill.health().writable(),
                    Math.max(0, newest.sequence() - drained),
                    "entries wait in " + spill.name() + (failure == null ? "" : ": " + text(failure)));
        }
    }

    @Override
    public StoreHealth health() {
        StoreHealth waiting = waitingHealth;
        return waiting == null ? store.health() : waiting;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(
                    Problem.CLOSED, name, "it was closed", "open the store again; one that is closed stays so", null);
        }
    }

    /** Closes both; entries that wait are brought over when they are opened again. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            note();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        joinDrainer();
        try (spill) {
            store.close();
        }
    }

    private void joinDrainer() {
        boolean interrupted = Thread.interrupted();
        while (drainer.isAlive()) {
            try {
                drainer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens a {@link SpillingStore}; not thread-safe. */
    public static final class Builder {
        private static final String TYPE = "SpillingStore";

        private final DecisionStore store;
        private final Path directory;
        private final Clock clock;
        private Duration pause = Duration.ofSeconds(1);

        private Builder(DecisionStore store, Path directory, Clock clock) {
            this.store = Require.present(TYPE, "store", store);
            this.directory = Require.present(TYPE, "directory", directory);
            this.clock = Require.present(TYPE, "clock", clock);
        }

        /**
         * Sets how long to wait before the store is tried again, PT0.01S to PT1H. Default: PT1S.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder tryAgainAfter(Duration pause) {
            Require.upTo(TYPE, "tryAgainAfter", pause, Duration.ofHours(1));
            if (pause.compareTo(Duration.ofMillis(10)) < 0) {
                throw new InvalidValueException(TYPE, "tryAgainAfter", pause.toString(), "PT0.01S to PT1H");
            }
            this.pause = pause;
            return this;
        }

        /**
         * Opens the folder; the store is not asked anything yet, so it may be away when the folder holds entries.
         *
         * @throws StoreException as {@link JsonLinesStore.Builder#open}, about the folder
         */
        public SpillingStore open() {
            JsonLinesStore spill =
                    JsonLinesStore.in(directory, clock).anyBeginning().open();
            return new SpillingStore(store, spill, pause);
        }
    }
}
