package org.riderrules.engine.audit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.NotRecordedException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.audit.ChainVerifier;
import org.riderrules.engine.audit.Verdict;
import org.riderrules.engine.audit.file.FileRiderVault;
import org.riderrules.engine.audit.file.Trails;
import org.riderrules.engine.audit.jdbc.JdbcStore;
import org.riderrules.engine.audit.jdbc.PostgresServer;
import org.riderrules.engine.trust.SigningKey;

/** PostgreSQL crashes and comes back, three times, while sixteen threads record. */
class RestartedDatabaseTest {
    private static final int CRASHES = 3;

    private record Note(int thread, int number) {}

    @TempDir
    private Path temporary;

    @Test
    void Nothing_that_was_acknowledged_is_lost_and_the_trail_is_intact() throws Exception {
        PostgresServer server = PostgresServer.shared();
        SigningKey key = SigningKey.generate(new SecureRandom());
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try (JdbcStore store = JdbcStore.in("PostgreSQL test", server.newDatabase())
                        .answerWithin(Duration.ofSeconds(5))
                        .open();
                FileRiderVault vault = FileRiderVault.open(temporary.resolve("riders"), new SecureRandom())) {
            try (AuditTrail trail =
                    AuditTrail.on(store, vault, key).checkpointEvery(100).open()) {
                List<Future<?>> done = new ArrayList<>();
                for (int t = 0; t < 16; t++) {
                    int thread = t;
                    done.add(pool.submit(() -> {
                        for (int i = 0; !enough.get(); i++) {
                            try {
                                AuditEntry entry = trail.append(
                                        EntryKind.PROCESS, "R-" + thread, EntryKeys.NONE, new Note(thread, i));
                                acknowledged.put(entry.sequence(), entry.hash());
                            } catch (NotRecordedException e) {
                                refused.incrementAndGet();
                            }
                        }
                    }));
                }
                for (int crash = 0; crash < CRASHES; crash++) {
                    int before = acknowledged.size();
                    awaitMore(acknowledged, before);
                    server.crash();
                    TimeUnit.MILLISECONDS.sleep(200);
                    server.start();
                    awaitMore(acknowledged, acknowledged.size());
                }
                enough.set(true);
                for (Future<?> each : done) {
                    each.get();
                }
            }
            Verdict verdict = new ChainVerifier(List.of(key.verifyingKey()), false).verify(store);
            assertThat(verdict).isInstanceOf(Verdict.Intact.class);
            Map<Long, String> kept = new ConcurrentHashMap<>();
            Trails.all(store).forEach(entry -> kept.put(entry.sequence(), entry.hash()));
            assertThat(kept).containsAllEntriesOf(acknowledged);
            assertThat(refused)
                    .as("calls that were told that nothing is recorded")
                    .hasPositiveValue();
        } finally {
            enough.set(true);
            pool.shutdownNow();
        }
    }

    private static void awaitMore(Map<Long, String> acknowledged, int than) throws InterruptedException {
        for (int i = 0; i < 6_000 && acknowledged.size() < than + 100; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(acknowledged).as("it goes on").hasSizeGreaterThan(than + 99);
    }
}
