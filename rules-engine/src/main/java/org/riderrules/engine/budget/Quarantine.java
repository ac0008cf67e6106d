package org.riderrules.engine.budget;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.PackQuarantinedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shuts versions of packs out that exceed their budgets too often. A version is known by the digest of its files: other
 * files begin afresh, the same files loaded again stay shut out until the host releases them. Thread-safe.
 */
public final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final QuarantineTerms terms;
    private final Clock clock;
    private final Consumer<PackQuarantinedException> listener;
    private final Map<String, Suspicion> suspicions = new ConcurrentHashMap<>();
    private final Map<String, Shut> shut = new ConcurrentHashMap<>();

    /**
     * Breaches of one version that lie close together.
     *
     * @param since when the first of them was
     * @param calls calls for the version since then
     * @param riders whom they were about
     */
    private record Suspicion(Instant since, LongAdder calls, Set<String> riders) {}

    /** A version that is shut out. */
    private record Shut(String pack, String digest, int riders, Instant since, String lastBreach) {
        PackQuarantinedException state() {
            return new PackQuarantinedException(pack, digest, riders, since, lastBreach);
        }
    }

    /** @param listener told of each version that is shut out, on the thread whose breach was one too many */
    public Quarantine(QuarantineTerms terms, Clock clock, Consumer<PackQuarantinedException> listener) {
        this.terms = terms;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Lets a version of a pack decide, and remembers a breach.
     *
     * @param pack pack and version, for instance {@code tiering v2}
     * @param digest the digest of its files
     * @param riderId whom it decides about
     * @throws PackQuarantinedException when the version is shut out; it is not asked
     * @throws BudgetExceededException as thrown by {@code decide}
     */
    public <T> T guard(String pack, String digest, String riderId, Supplier<T> decide) {
        Shut out = shut.get(digest);
        if (out != null) {
            throw out.state();
        }
        Suspicion suspicion = suspicions.get(digest);
        if (suspicion != null) {
            suspicion.calls().increment();
        }
        try {
            return decide.get();
        } catch (BudgetExceededException breach) {
            if (breach.faultOfThePack()) {
                remember(pack, digest, riderId, breach);
            }
            throw breach;
        }
    }

    private void remember(String pack, String digest, String riderId, BudgetExceededException breach) {
        Instant now = clock.instant();
        @Nullable Shut out = shutOut(pack, digest, riderId, breach, now);
        if (out != null && shut.putIfAbsent(digest, out) == null) {
            LOG.error("{}", out.state().getMessage());
            listener.accept(out.state());
        }
    }

    private synchronized @Nullable Shut shutOut(
            String pack, String digest, String riderId, BudgetExceededException breach, Instant now) {
        Suspicion suspicion = suspicions.get(digest);
        if (suspicion == null || suspicion.since().plus(terms.window()).isBefore(now)) {
            suspicion = new Suspicion(now, new LongAdder(), new HashSet<>());
            suspicion.calls().increment();
            suspicions.put(digest, suspicion);
        }
        suspicion.riders().add(riderId);
        int riders = suspicion.riders().size();
        if (riders < terms.riders() || riders * 100L < suspicion.calls().sum() * terms.percent()) {
            return null;
        }
        suspicions.remove(digest);
        return new Shut(pack, digest, riders, now, String.valueOf(breach.getMessage()));
    }

    /** The versions that are shut out now, longest first; each as its calls are told. */
    public List<PackQuarantinedException> shutOut() {
        return shut.values().stream()
                .sorted(Comparator.comparing(Shut::since).thenComparing(Shut::digest))
                .map(Shut::state)
                .toList();
    }

    /** Lets a version decide again, with no breach remembered; null when it was not shut out, else its former state. */
    public @Nullable PackQuarantinedException release(String digest) {
        Shut released = shut.remove(digest);
        suspicions.remove(digest);
        if (released == null) {
            return null;
        }
        LOG.info("pack {} ({}) is released from quarantine", released.pack(), digest);
        return released.state();
    }
}
