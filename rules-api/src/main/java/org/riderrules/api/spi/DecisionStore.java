package org.riderrules.api.spi;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;

/**
 * Keeps the entries of one audit trail: a file, a database. It stores bytes in order and finds them again; sequence,
 * hashes and signatures are the trail's business.
 *
 * <p><b>Group commit.</b> The trail collects what callers hand in while the store is busy, chains it, and calls
 * {@link #append} once for all of it. So a store may do one fsync or commit for each call of {@code append} and is still
 * fast under load. {@code append} and {@link #close} are called by one thread at a time, which may be any thread of the
 * host and may be interrupted (a {@code FileChannel} would close itself then); everything else may be called from any
 * thread at any time, also during {@code append}.
 *
 * <p><b>Failure.</b> The trail moves on only when {@code append} returns. After an exception it asks {@link #last()}
 * again before it appends anything, and goes on from there.
 */
public interface DecisionStore extends AutoCloseable {

    /** How this store names itself in messages, for instance {@code file /srv/audit/decisions.jsonl}; no secrets. */
    String name();

    /**
     * The region whose data this store may hold, as the host declared it, for instance {@code eu}; null = none
     * declared: it may hold data of every region. Constant.
     */
    @Nullable
    String region();

    /**
     * Appends entries, all or none. When it returns they are durable: they survive the end of this process at any
     * moment and, as far as the store's own settings promise it, of the machine.
     *
     * @param entries at least one, in sequence, the first following {@link #last()}
     * @throws StoreException when they were not all made durable, or do not follow the last entry; the store then holds
     *     none of them, or, when it cannot know (the connection broke during the commit), says so through
     *     {@link #last()} afterwards
     */
    void append(List<AuditEntry> entries);

    /**
     * The last durable entry; null = the store is empty.
     *
     * @throws StoreException when the store cannot be read
     */
    @Nullable
    AuditEntry last();

    /**
     * The last durable entry of a kind; null = there is none. Called when a trail is opened, for the last checkpoint.
     *
     * @throws StoreException when the store cannot be read
     */
    @Nullable
    AuditEntry last(EntryKind kind);

    /**
     * The durable entries that match, by sequence. Lazy: memory does not grow with the number of entries. Sees at least
     * what was durable when it was called. Must be closed.
     *
     * @throws StoreException when the store cannot be read; also from the stream
     */
    Stream<AuditEntry> entries(EntryQuery query);

    /** How the store is. Cheap, never throws. */
    StoreHealth health();

    /**
     * Frees locks, files and connections. Everything acknowledged is durable already. Repeated calls do nothing.
     *
     * @throws StoreException when something could not be freed
     */
    @Override
    void close();
}
