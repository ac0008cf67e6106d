package org.riderrules.engine.audit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;

/**
 * The one thread that writes a trail. Callers hand in drafts and wait; whatever came in while the store was busy goes to
 * it together. A draft has no place in the trail before the writer takes it, so a caller who stops waiting leaves no
 * gap. Its own thread, so that an interrupt of a host's thread never reaches the store.
 */
final class Writer {
    private static final int MOST_AT_ONCE = 512;
    private static final long MOST_BYTES_AT_ONCE = 8L << 20;

    private final String chainName;
    private final String storeName;
    private final Chain chain;
    private final Duration patience;
    private final BlockingQueue<Ticket> queue;
    private final AtomicLong unreported = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    /** How far a ticket is. */
    private enum Stage {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    /** What a caller asks for: a draft to be appended, or a checkpoint. */
    private static final class Ticket {
        private final @Nullable Draft draft;
        private final boolean closing;
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable AuditEntry entry;
        private volatile @Nullable Throwable failure;

        private Ticket(@Nullable Draft draft, boolean closing) {
            this.draft = draft;
            this.closing = closing;
        }

        private void finish(@Nullable AuditEntry written, @Nullable Throwable failed) {
            entry = written;
            failure = failed;
            done.countDown();
        }
    }

    /** What is recorded of calls that were not. */
    private record Loss(long calls) {}

    Writer(String chainName, String storeName, Chain chain, int waiting, Duration patience) {
        this.chainName = chainName;
        this.storeName = storeName;
        this.chain = chain;
        this.patience = patience;
        this.queue = new ArrayBlockingQueue<>(waiting);
        this.thread = new Thread(this::run, "rider-rules audit " + chainName);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Appends a draft and waits until it is durable.
     *
     * @throws StoreException when it is not, or not in time
     */
    AuditEntry append(Draft draft) {
        return Objects.requireNonNull(submit(new Ticket(draft, false)), "a draft gives an entry");
    }

    /** Signs what is not signed yet; null = there is nothing to sign. */
    @Nullable
    AuditEntry checkpoint() {
        return submit(new Ticket(null, false));
    }

    /** Calls that went out unrecorded since the last {@code loss} entry. */
    void lost() {
        unreported.incrementAndGet();
    }

    int waiting() {
        return queue.size();
    }

    /** Writes what waits, then a closing checkpoint, and ends the thread. Repeated calls do nothing. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        hand(new Ticket(null, true));
    }

    private @Nullable AuditEntry submit(Ticket ticket) {
        if (closed) {
            throw new StoreException(
                    StoreException.Problem.CLOSED, storeName, "the trail was closed", "open a new one", null);
        }
        return hand(ticket);
    }

    private @Nullable AuditEntry hand(Ticket ticket) {
        boolean interrupted = false;
        try {
            try {
                if (!queue.offer(ticket, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw slow(queue.size() + " records wait already, for more than " + patience);
                }
            } catch (InterruptedException e) {
                interrupted = true;
                throw stopped(e);
            }
            boolean done = false;
            // Once more for a ticket that the writer has taken: whether it is written can only be told by waiting.
            for (int round = 0; round < 2 && !done; round++) {
                try {
                    done = ticket.done.await(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (withdrawn(ticket)) {
                        throw stopped(e);
                    }
                }
                if (!done && withdrawn(ticket)) {
                    throw slow("the record waited for " + patience + " and was taken back");
                }
            }
            if (!done) {
                throw slow("the store has had the record for more than " + patience
                        + " and has not said whether it is kept");
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        Throwable failure = ticket.failure;
        if (failure != null) {
            throw failure instanceof StoreException store
                    ? new StoreException(store.problem(), storeName, "did not take the record", "see the cause", store)
                    : new StoreException(
                            StoreException.Problem.UNAVAILABLE,
                            storeName,
                            "failed with " + failure.getClass().getName(),
                            "see the cause",
                            failure);
        }
        return ticket.entry;
    }

    private static boolean withdrawn(Ticket ticket) {
        return ticket.stage.compareAndSet(Stage.WAITING, Stage.WITHDRAWN);
    }

    private StoreException slow(String what) {
        return new StoreException(
                StoreException.Problem.SLOW, storeName, what, "look at the store, or let callers wait longer", null);
    }

    private StoreException stopped(InterruptedException cause) {
        return new StoreException(
                StoreException.Problem.UNAVAILABLE,
                storeName,
                "the calling thread was interrupted before its record was written",
                "ask again",
                cause);
    }

    private void run() {
        Deque<Ticket> taken = new ArrayDeque<>();
        boolean open = true;
        while (open) {
            taken.clear();
            try {
                taken.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody but a host that interrupts every thread does this; what was handed in is still to be written.
                continue;
            }
            queue.drainTo(taken, MOST_AT_ONCE - 1);
            while (!taken.isEmpty() && open) {
                open = next(taken);
            }
        }
        refuse(taken);
        taken.clear();
        queue.drainTo(taken);
        refuse(taken);
    }

    private void refuse(Deque<Ticket> late) {
        for (Ticket ticket : late) {
            ticket.finish(
                    null,
                    new StoreException(
                            StoreException.Problem.CLOSED, storeName, "the trail was closed", "open a new one", null));
        }
    }

    /** Writes as many drafts as fit, or one checkpoint; false = that was the closing one. */
    private boolean next(Deque<Ticket> taken) {
        List<Ticket> batch = new ArrayList<>();
        long bytes = 0;
        while (!taken.isEmpty() && bytes < MOST_BYTES_AT_ONCE) {
            Draft draft = taken.element().draft;
            if (draft == null && !batch.isEmpty()) {
                break;
            }
            Ticket ticket = taken.remove();
            if (!ticket.stage.compareAndSet(Stage.WAITING, Stage.TAKEN)) {
                continue;
            }
            if (draft == null) {
                sign(ticket);
                return !ticket.closing;
            }
            batch.add(ticket);
            bytes += draft.size();
        }
        if (!batch.isEmpty()) {
            write(batch);
        }
        return true;
    }

    private void sign(Ticket ticket) {
        try {
            if (unreported.get() > 0) {
                append(List.of());
            }
            boolean nothing = chain.isEmpty() || ticket.closing && chain.isClosed();
            ticket.finish(nothing ? null : chain.checkpoint(ticket.closing), null);
        } catch (RuntimeException | Error failure) {
            ticket.finish(null, failure);
        }
    }

    private void write(List<Ticket> batch) {
        try {
            List<AuditEntry> entries = append(batch.stream()
                    .map(ticket -> Objects.requireNonNull(ticket.draft, "only drafts are batched"))
                    .toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).finish(entries.get(i), null);
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(ticket -> ticket.finish(null, failure));
        }
    }

    /** Appends, after an entry about what was lost before. */
    private List<AuditEntry> append(List<Draft> drafts) {
        long lost = unreported.get();
        if (lost == 0) {
            return chain.append(drafts);
        }
        List<Draft> all = new ArrayList<>(drafts.size() + 1);
        all.add(Draft.of(EntryKind.LOSS, chainName, EntryKeys.NONE, new Loss(lost), List.of(), null));
        all.addAll(drafts);
        List<AuditEntry> entries = chain.append(all);
        unreported.addAndGet(-lost);
        return entries.subList(1, entries.size());
    }
}
