package org.riderrules.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.api.spi.StoreHealth;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.process.Corrections;
import org.riderrules.engine.trust.SigningKey;

/** The shipped catalogue on a trail in memory, with a clock that a test moves. */
final class Recorded implements AutoCloseable {
    private static final SigningKey KEY = SigningKey.generate(new java.security.SecureRandom());

    final Store store = new Store();
    final Vault vault = new Vault();
    final MovedClock clock = new MovedClock();
    final AuditTrail trail = AuditTrail.on(store, vault, KEY).clock(clock).open();
    final Corrections corrections =
            Corrections.on(trail, Shipped.engine(), (reviewer, market) -> reviewer.startsWith("person-"), clock);

    /** Decides and records, as an engine with this trail does. */
    List<Decision> decide(DecisionRequest request) {
        return trail.record(request, Shipped.engine().decideAll(request), null);
    }

    List<AuditEntry> calls() {
        return store.entries(EntryQuery.where().kind(EntryKind.CALL).build()).toList();
    }

    @Override
    public void close() {
        trail.close();
    }

    /** Not thread-safe. */
    static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-10-01T08:00:00Z");

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void plusSeconds(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** Keeps entries as long as the test runs. */
    static final class Store implements DecisionStore {
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

    /** Secrets made of the rider's id: the same in every run and on every machine. */
    static final class Vault implements RiderVault {
        private final Map<String, RiderSecret> secrets = new HashMap<>();

        @Override
        public synchronized RiderSecret secretOf(String riderId) {
            return secrets.computeIfAbsent(riderId, id -> {
                byte[] hash = sha256(id);
                return new RiderSecret(HexFormat.of().formatHex(Arrays.copyOf(hash, 16)), hash);
            });
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public synchronized RiderSecret find(String riderId) {
            return secrets.get(riderId);
        }

        @Override
        public synchronized RiderSecret findByReference(String reference) {
            return secrets.values().stream()
                    .filter(secret -> secret.reference().equals(reference))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public synchronized String erase(String riderId) {
            RiderSecret erased = secrets.remove(riderId);
            return erased == null ? null : erased.reference();
        }

        @Override
        public void close() {}
    }
}
