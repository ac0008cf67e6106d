package org.riderrules.engine.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.audit.file.FileRiderVault;
import org.riderrules.engine.audit.file.Fsync;
import org.riderrules.engine.audit.file.JsonLinesStore;
import org.riderrules.engine.drools.Population;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.SigningKey;
import org.riderrules.engine.trust.Trust;

/**
 * Decisions for each second on the shipped catalogue: by the engine alone, and with every call recorded in files, for
 * each way to sync. Every thread waits until its own record is durable. The files lie where {@code java.io.tmpdir} says:
 * let that be a real disk.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 4)
@Fork(2)
@Threads(8)
@State(Scope.Benchmark)
public class RecordingBenchmark {
    private static final int RIDERS = 1_000;

    /** What is recorded: nothing, or everything with this {@link Fsync}. */
    @Param({"NOTHING", "OPERATING_SYSTEM", "GROUP", "EACH_ENTRY"})
    private String recorded;

    private final AtomicInteger next = new AtomicInteger();
    private List<DecisionRequest> requests;
    private RulesEngine engine;
    private Path folder;
    private JsonLinesStore store;
    private FileRiderVault vault;
    private AuditTrail trail;

    /** Loads the catalogue, opens a new trail, and decides about every rider once. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        RulesEngines.Builder builder = RulesEngines.builder()
                .packs(
                        PackSources.directory(Path.of(System.getProperty("riderrules.packs"))),
                        Trust.directoryForDevelopment());
        if (!recorded.equals("NOTHING")) {
            folder = Files.createTempDirectory("riderrules-recording");
            store = JsonLinesStore.in(folder.resolve("trail"), Clock.systemUTC())
                    .fsync(Fsync.valueOf(recorded))
                    .open();
            vault = FileRiderVault.open(folder.resolve("riders"), new SecureRandom());
            trail = AuditTrail.on(store, vault, SigningKey.generate(new SecureRandom()))
                    .open();
            builder.audit(trail);
        }
        engine = builder.build();
        requests = Population.of(RIDERS);
        requests.parallelStream().forEach(request -> engine.decide(request));
    }

    /** One decision about the next rider. */
    @Benchmark
    public Decision decide() {
        return engine.decide(requests.get(Math.floorMod(next.getAndIncrement(), RIDERS)));
    }

    /** Says how long a record is on average, closes the trail and deletes it. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (trail == null) {
            return;
        }
        trail.close();
        try (Stream<AuditEntry> entries =
                store.entries(EntryQuery.where().until(RIDERS + 1L).build())) {
            System.out.printf(
                    "%nrecorded %d calls, %.0f bytes each%n",
                    store.last().sequence(),
                    entries.mapToInt(AuditEntry::size).average().orElse(0));
        }
        store.close();
        vault.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
