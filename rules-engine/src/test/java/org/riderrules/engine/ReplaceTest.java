package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.engine.trust.Trust;

class ReplaceTest {

    @Test
    void Two_hundred_threads_decide_the_same() throws Exception {
        RulesEngine engine = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());
        Decision expected = engine.decide(Requests.orders(44, "97 %"));
        int threads = 200;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<List<Decision>>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int orders = 20 + i % 40;
            Callable<List<Decision>> task = () -> {
                start.await();
                return List.of(
                        engine.decide(Requests.orders(44, "97 %")), engine.decide(Requests.orders(orders, "97 %")));
            };
            running.add(pool.submit(task));
        }
        start.countDown();
        for (int i = 0; i < threads; i++) {
            List<Decision> decisions = running.get(i).get(60, TimeUnit.SECONDS);
            assertThat(decisions.get(0)).isEqualTo(expected);
            assertThat(tier(decisions.get(1))).isEqualTo(20 + i % 40 < 44 ? "SILVER" : "GOLD");
        }
        pool.shutdown();
    }

    @Test
    void A_pack_that_does_not_load_leaves_the_old_one_in_force() {
        ManagedRulesEngine engine = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());
        Decision before = engine.decide(Requests.orders(44, "97 %"));

        assertThatThrownBy(() -> engine.replacePacks(
                        new SmallPack()
                                .with("tables/TierThreshold.csv", "HK,GOLD,2,44", "HK,GOLD,2,forty")
                                .source(),
                        Trust.directoryForDevelopment()))
                .isInstanceOf(PackProblemsException.class);

        assertThat(engine.decide(Requests.orders(44, "97 %"))).isEqualTo(before);
        assertThat(engine.packs())
                .extracting(pack -> pack.digest())
                .containsExactly(before.provenance().packDigest());
    }

    private static String tier(Decision decision) {
        return decision.outcomes(TierAssigned.class).get(0).tier();
    }
}
