package org.riderrules.engine.drools;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.riderrules.api.DecisionRequest;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.pack.PackReader;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;

/**
 * From the start of the JVM to the first decision on the whole catalogue, and the heap the catalogue keeps. A program
 * of its own, because a benchmark harness starts the JVM long before it looks at the clock.
 */
public final class FirstDecision {
    private FirstDecision() {}

    /** Prints one line for each figure. */
    public static void main(String[] arguments) throws InterruptedException {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        ManagedRulesEngine engine =
                RulesEngines.create(PackSources.directory(LoadBenchmark.packs()), Trust.directoryForDevelopment());
        long loaded = System.currentTimeMillis();
        List<DecisionRequest> requests = Population.of(1);
        engine.decide(requests.get(0));
        long decided = System.currentTimeMillis();
        long with = usedHeap();
        int rules = rules();
        engine = null;
        long without = usedHeap();
        print("JVM start to packs loaded: %d ms", loaded - started);
        print("JVM start to first decision: %d ms", decided - started);
        print(
                "heap kept by the catalogue: %d KiB, %d rules, %d KiB for 100 rules",
                (with - without) / 1024, rules, (with - without) / 1024 * 100 / rules);
    }

    private static int rules() {
        return PackReader.read(PackSources.directory(LoadBenchmark.packs())).packsOrThrow().stream()
                .flatMap(pack -> pack.rules().stream())
                .mapToInt(file -> file.text().split("\nrule \"", -1).length - 1)
                .sum();
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
