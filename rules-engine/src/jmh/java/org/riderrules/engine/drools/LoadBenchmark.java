package org.riderrules.engine.drools;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;

/**
 * How long it takes to load: the catalogue in a cold JVM, and again in the same JVM, which is what replacing costs. The
 * catalogue is read from the folder that the system property {@code riderrules.packs} names.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 4)
@Fork(3)
@State(Scope.Thread)
public class LoadBenchmark {

    /** Loads every pack; the first iteration of a fork is the cold one. */
    @Benchmark
    public ManagedRulesEngine loadCatalogue() {
        return RulesEngines.create(PackSources.directory(packs()), Trust.directoryForDevelopment());
    }

    static Path packs() {
        return Path.of(System.getProperty("riderrules.packs", "../rules-catalog/packs"));
    }
}
