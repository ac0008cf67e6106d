package org.riderrules.engine.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.NotRecordedException;
import org.riderrules.api.error.OtherRegionException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.outcome.Detriment;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.trust.SigningKey;

/**
 * The audit trail of a host: one entry for every call of an engine, failed and refused calls included, and for every
 * step of due process after it. Hand it to {@code RulesEngines.builder().audit(trail)}; several engines may share one.
 * Thread-safe. Closing it writes a last signed checkpoint; store and vault stay open, for they are the host's.
 *
 * <p>What an entry is, and what an auditor can and cannot conclude from it, is told in {@code docs/audit.md}.
 */
public final class AuditTrail implements AutoCloseable {
    private static final String TYPE = "AuditTrail";

    private final String name;
    private final DecisionStore store;
    private final RiderVault vault;
    private final Map<String, String> regions;
    private final OnStoreFailure onFailure;
    private final Clock clock;
    private final Writer writer;
    private final AtomicLong lost = new AtomicLong();

    private AuditTrail(Builder builder) {
        this.name = builder.name;
        this.store = builder.store;
        this.vault = builder.vault;
        this.regions = builder.regions;
        this.onFailure = builder.onFailure;
        this.clock = builder.clock;
        Chain chain = new Chain(name, store, builder.key, builder.every, clock);
        this.writer = new Writer(name, store.name(), chain, builder.waiting, builder.patience);
    }

    /**
     * Starts a trail.
     *
     * @param store where entries are kept; one trail for each store
     * @param vault where, apart from it, the secrets of riders are kept
     * @param signedBy signs checkpoints; auditors need its public half
     */
    public static Builder on(DecisionStore store, RiderVault vault, SigningKey signedBy) {
        return new Builder(store, vault, signedBy);
    }

    /** The trail's name. */
    public String name() {
        return name;
    }

    /**
     * Refuses a request whose data may not be kept in this store, before anything is decided. A store that declares a
     * region takes only markets that the host has mapped to that region.
     *
     * @throws OtherRegionException when the market's region is not the store's
     */
    public void admit(DecisionRequest request) {
        String region = store.region();
        String own = regions.get(request.market());
        if (region != null && !region.equals(own)) {
            throw new OtherRegionException(request.market(), own, store.name(), region);
        }
    }

    /**
     * Records a call that decided, and waits until the record is durable.
     *
     * @param request what was asked, as the host asked it
     * @param decisions what was decided, at least one
     * @param supersedes the id of the decision that these decide anew; null = none
     * @return the decisions with their ids; without ids when the store failed and the trail may
     *     {@linkplain OnStoreFailure#DROP_AND_COUNT drop and count}
     * @throws NotRecordedException when it could not be recorded; the decisions must not be used
     */
    public List<Decision> record(DecisionRequest request, List<Decision> decisions, @Nullable String supersedes) {
        boolean mayDrop = supersedes == null && decisions.stream().noneMatch(AuditTrail::holdsAgainstTheRider);
        AuditEntry entry;
        try {
            RiderSecret secret = vault.secretOf(request.riderId());
            entry = writer.append(CallDraft.decided(name, request, decisions, supersedes, secret));
        } catch (StoreException failure) {
            if (mayDrop && drops()) {
                return decisions;
            }
            throw notRecorded(failure);
        }
        List<String> ids = entry.keys().decisions();
        Decision[] recorded = new Decision[decisions.size()];
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] = decisions.get(i).withId(ids.get(i));
        }
        return List.of(recorded);
    }

    private static boolean holdsAgainstTheRider(Decision decision) {
        return decision.outcomes().stream().anyMatch(Detriment.class::isInstance);
    }

    /**
     * Records a call that decided nothing, and waits until the record is durable.
     *
     * @param request what was asked
     * @param packs the packs in force, for the digest of one that failed
     * @param engine the version of the engine
     * @param failure why nothing was decided
     * @throws NotRecordedException when it could not be recorded; {@code failure} is suppressed in it
     */
    public void recordFailure(DecisionRequest request, List<PackInfo> packs, String engine, Throwable failure) {
        try {
            Instant knownAt = request.knownAt() == null ? clock.instant() : request.knownAt();
            boolean here = !(failure instanceof OtherRegionException);
            RiderSecret secret = here ? vault.secretOf(request.riderId()) : null;
            writer.append(CallDraft.failed(name, request, knownAt, packs, engine, failure, secret));
        } catch (StoreException unable) {
            if (!drops()) {
                NotRecordedException notRecorded = notRecorded(unable);
                notRecorded.addSuppressed(failure);
                throw notRecorded;
            }
        }
    }

    /**
     * Appends an entry of another kind, such as an event of due process, and waits until it is durable. Never dropped.
     *
     * @param riderId the rider it is about, whose secret seals what is personal; null = about no rider
     * @param keys by what it can be found; its rider is set here
     * @param body a record; what is {@link org.riderrules.api.fact.Personal} in it is sealed
     * @throws NotRecordedException when it could not be recorded
     */
    public AuditEntry append(EntryKind kind, @Nullable String riderId, EntryKeys keys, Record body) {
        try {
            RiderSecret secret = riderId == null ? null : vault.secretOf(riderId);
            return writer.append(Draft.of(
                    kind,
                    name,
                    new EntryKeys(
                            secret == null ? null : secret.reference(),
                            keys.topics(),
                            keys.packs(),
                            keys.asOf(),
                            keys.knownAt(),
                            keys.outcomes(),
                            keys.decisions()),
                    body,
                    List.of(),
                    secret));
        } catch (StoreException failure) {
            throw notRecorded(failure);
        }
    }

    /**
     * Signs everything that is not signed yet. Happens by itself every so many entries and on {@link #close}; a host may
     * also ask for it, say once a day, and keep the result elsewhere.
     *
     * @return the checkpoint; null = the trail is empty
     * @throws StoreException when the store did not take it
     */
    public @Nullable AuditEntry checkpoint() {
        return writer.checkpoint();
    }

    /** What is recorded of an erasure. */
    private record Erased(String reference) {}

    /**
     * Erases a rider: destroys the secret, so that nothing personal in any entry about the rider can be read or guessed
     * again, and nothing connects these entries with the rider. Everything else still stands and still verifies. That
     * it happened is recorded, without saying to whom.
     *
     * @return whether there was anything to erase
     * @throws StoreException when the secret could not be destroyed
     * @throws NotRecordedException when the secret was destroyed, but that could not be recorded
     */
    public boolean erase(String riderId) {
        String reference = vault.erase(riderId);
        if (reference == null) {
            return false;
        }
        EntryKeys keys = new EntryKeys(
                reference,
                EntryKeys.NONE.topics(),
                EntryKeys.NONE.packs(),
                null,
                null,
                EntryKeys.NONE.outcomes(),
                List.of());
        try {
            writer.append(Draft.of(EntryKind.ERASURE, name, keys, new Erased(reference), List.of(), null));
        } catch (StoreException failure) {
            throw notRecorded(failure);
        }
        return true;
    }

    /**
     * The entries that match, by sequence; must be closed.
     *
     * @throws StoreException when the store cannot be read
     */
    public Stream<AuditEntry> entries(EntryQuery query) {
        return store.entries(query);
    }

    /**
     * The entries about one rider, by sequence; must be closed. Empty when nothing is recorded about the rider, or the
     * rider was erased.
     *
     * @throws StoreException when store or vault cannot be read
     */
    public Stream<AuditEntry> entriesOf(String riderId) {
        RiderSecret secret = vault.find(riderId);
        return secret == null
                ? Stream.empty()
                : store.entries(EntryQuery.where().rider(secret.reference()).build());
    }

    /**
     * Opens the personal leaves of an entry, and checks each against its commitment.
     *
     * @return the opened entry; null = the rider was erased, and nothing personal can be read any more
     * @throws StoreException when the vault cannot be read, or the entry does not fit the rider's secret
     */
    public @Nullable OpenedEntry open(AuditEntry entry) {
        return OpenedEntry.open(entry, vault, store.name());
    }

    /**
     * Proves that an entry is in this trail, without showing any other.
     *
     * @return the proof; null = no checkpoint covers the entry yet: call {@link #checkpoint} first
     * @throws StoreException when the store cannot be read
     */
    public @Nullable InclusionProof prove(AuditEntry entry) {
        return InclusionProof.of(entry, store);
    }

    /** How many calls went out unrecorded since this trail was opened; always 0 under {@link OnStoreFailure#BLOCK}. */
    public long lost() {
        return lost.get();
    }

    /** How many records wait for the store now. */
    public int waiting() {
        return writer.waiting();
    }

    private boolean drops() {
        if (onFailure != OnStoreFailure.DROP_AND_COUNT) {
            return false;
        }
        lost.incrementAndGet();
        writer.lost();
        return true;
    }

    private NotRecordedException notRecorded(StoreException failure) {
        return new NotRecordedException(
                store.name(), failure.problem().name(), "see the cause, mend the store, and ask again", failure);
    }

    /**
     * Writes what waits and a closing checkpoint. Repeated calls do nothing.
     *
     * @throws StoreException when the closing checkpoint could not be written; what was acknowledged is durable all the
     *     same
     */
    @Override
    public void close() {
        writer.close();
    }

    /** Builds an {@link AuditTrail}; not thread-safe. */
    public static final class Builder {
        private final DecisionStore store;
        private final RiderVault vault;
        private final SigningKey key;
        private String name = "decisions";
        private int every = 1_000;
        private int waiting = 10_000;
        private Duration patience = Duration.ofSeconds(10);
        private OnStoreFailure onFailure = OnStoreFailure.BLOCK;
        private Map<String, String> regions = Map.of();
        private Clock clock;

        private Builder(DecisionStore store, RiderVault vault, SigningKey signedBy) {
            this.store = Require.present(TYPE, "store", store);
            this.vault = Require.present(TYPE, "vault", vault);
            this.key = Require.present(TYPE, "signedBy", signedBy);
            this.clock = Clock.systemUTC();
        }

        /**
         * Sets the trail's name, which every entry carries. Default: {@code decisions}.
         *
         * @throws InvalidValueException when it is no code
         */
        public Builder name(String name) {
            Require.code(TYPE, "name", name);
            this.name = name;
            return this;
        }

        /**
         * Sets after how many entries a checkpoint is signed, 1 to 1000000. Default: 1000.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder checkpointEvery(int entries) {
            Require.range(TYPE, "checkpointEvery", entries, 1, 1_000_000);
            this.every = entries;
            return this;
        }

        /** Sets what a store means that does not take an entry. Default: {@link OnStoreFailure#BLOCK}. */
        public Builder onStoreFailure(OnStoreFailure policy) {
            this.onFailure = Require.present(TYPE, "onStoreFailure", policy);
            return this;
        }

        /**
         * Sets how long a call may wait for its record, PT0.001S to PT1H. Default: PT10S. A record that the store has
         * been given is waited for once more as long, because only the store knows whether it is kept.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder waitAtMost(Duration patience) {
            Require.upTo(TYPE, "waitAtMost", patience, Duration.ofHours(1));
            if (patience.compareTo(Duration.ofMillis(1)) < 0) {
                throw new InvalidValueException(TYPE, "waitAtMost", patience.toString(), "PT0.001S to PT1H");
            }
            this.patience = patience;
            return this;
        }

        /**
         * Sets how many records may wait for the store at once, 1 to 1000000. Default: 10000.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder waitingAtMost(int records) {
            Require.range(TYPE, "waitingAtMost", records, 1, 1_000_000);
            this.waiting = records;
            return this;
        }

        /**
         * Sets the region of each market, for instance {@code NL} to {@code eu}. Needed when the store declares a
         * region: a market that is not named is refused then. Default: none.
         */
        public Builder regions(Map<String, String> regionOfMarket) {
            this.regions = Map.copyOf(regionOfMarket);
            return this;
        }

        /** Sets the clock that says when an entry was recorded. Default: the system's, in UTC. */
        public Builder clock(Clock clock) {
            this.clock = Require.present(TYPE, "clock", clock);
            return this;
        }

        /**
         * Opens the trail where the store ends, or begins it.
         *
         * @throws StoreException when the store cannot be read, holds a trail of another name, or one that does not
         *     hang together
         */
        public AuditTrail open() {
            return new AuditTrail(this);
        }
    }
}
