package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.check.PackCases;
import org.riderrules.engine.rollout.Replacement;
import org.riderrules.engine.trust.Trust;

/**
 * The whole catalogue is replaced by itself while its own cases are asked: once in each build, forty times in the long
 * one, where classes must level off.
 */
class CatalogReplacementTests {
    private static final boolean LONG = Boolean.getBoolean("riderrules.long");
    private static final int REPLACEMENTS = LONG ? 40 : 1;
    private static final int SETTLED = 10;

    @Test
    void The_catalogue_is_replaced_under_load_and_passes_all_its_cases_each_time() throws Exception {
        Trust trust = Trust.directoryForDevelopment();
        ManagedRulesEngine engine = RulesEngines.create(RulesCatalog.standard(), trust);
        List<PackCases.PackCase> cases = Shipped.cases().cases();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        int settled = Integer.MAX_VALUE;
        try {
            Future<Integer> load = pool.submit(() -> {
                int decided = 0;
                for (int i = 0; !stop.get(); i = (i + 1) % cases.size()) {
                    decided += decided(engine, cases.get(i));
                }
                return decided;
            });
            for (int i = 1; i <= REPLACEMENTS; i++) {
                Replacement replacement = engine.replacePacks(RulesCatalog.standard(), trust);
                assertThat(replacement.casesPassed()).isEqualTo(cases.size()).isPositive();
                assertThat(replacement.after()).isEqualTo(replacement.before());
                if (i == SETTLED) {
                    settled = loadedClasses();
                }
            }
            stop.set(true);
            assertThat(load.get()).isPositive();
        } finally {
            stop.set(true);
            pool.shutdownNow();
        }
        assertThat(loadedClasses()).isLessThan(LONG ? settled + settled / 20 : Integer.MAX_VALUE);
    }

    private static int decided(ManagedRulesEngine engine, PackCases.PackCase each) {
        DecisionRequest request = each.example().request(each.topic());
        try {
            return engine.decideAll(request).size();
        } catch (NoPackInForceException e) {
            assertThat(each.example().expected().noPackInForce())
                    .as(each.toString())
                    .isTrue();
            return 0;
        }
    }

    private static int loadedClasses() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
