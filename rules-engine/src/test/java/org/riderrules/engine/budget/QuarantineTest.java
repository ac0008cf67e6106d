package org.riderrules.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.BudgetExceededException.Budget;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.PackQuarantinedException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.trust.Trust;

class QuarantineTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String DIGEST = "sha256:00";

    private final Hands clock = new Hands();
    private final List<PackQuarantinedException> heard = new ArrayList<>();

    private static final class Hands extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Quarantine quarantine(int riders, int percent) {
        return new Quarantine(new QuarantineTerms(riders, percent, WINDOW), clock, heard::add);
    }

    private static void breach(Quarantine quarantine, String rider, boolean faultOfThePack) {
        assertThatThrownBy(() -> quarantine.guard("tiering v1", DIGEST, rider, () -> {
                    throw new BudgetExceededException("tiering v1", "x", Budget.FIRINGS, "10", faultOfThePack);
                }))
                .isInstanceOf(BudgetExceededException.class);
    }

    private static void breach(Quarantine quarantine, String rider) {
        breach(quarantine, rider, true);
    }

    private static String call(Quarantine quarantine, String digest) {
        return quarantine.guard("tiering v1", digest, "R-9", () -> "decided");
    }

    @Test
    void A_version_is_shut_out_after_breaches_for_so_many_riders() {
        Quarantine quarantine = quarantine(3, 0);

        breach(quarantine, "R-1");
        breach(quarantine, "R-2");
        assertThat(call(quarantine, DIGEST)).isEqualTo("decided");
        assertThat(heard).isEmpty();
        breach(quarantine, "R-3");

        assertThatThrownBy(() -> call(quarantine, DIGEST))
                .isInstanceOfSatisfying(PackQuarantinedException.class, state -> {
                    assertThat(state.pack()).isEqualTo("tiering v1");
                    assertThat(state.digest()).isEqualTo(DIGEST);
                    assertThat(state.riders()).isEqualTo(3);
                    assertThat(state.since()).isEqualTo(NOON);
                })
                .hasMessageContainingAll("ManagedRulesEngine.release", "exceeded the budget of 10");
        assertThat(heard).hasSize(1);
        assertThat(quarantine.shutOut()).hasSize(1);
    }

    @Test
    void One_rider_alone_shuts_out_nobody_however_often() {
        Quarantine quarantine = quarantine(2, 0);

        for (int i = 0; i < 100; i++) {
            breach(quarantine, "R-1");
        }

        assertThat(call(quarantine, DIGEST)).isEqualTo("decided");
        assertThat(heard).isEmpty();
    }

    @Test
    void Breaches_of_a_few_among_many_calls_shut_out_nobody() {
        Quarantine quarantine = quarantine(2, 10);

        breach(quarantine, "R-1");
        for (int i = 0; i < 19; i++) {
            call(quarantine, DIGEST);
        }
        breach(quarantine, "R-2"); // 2 of 21 calls
        assertThat(call(quarantine, DIGEST)).isEqualTo("decided");
        breach(quarantine, "R-3"); // 3 of 23
        assertThat(heard).hasSize(1);
        assertThatThrownBy(() -> call(quarantine, DIGEST)).isInstanceOf(PackQuarantinedException.class);
    }

    @Test
    void Breaches_far_apart_are_not_added_up() {
        for (int beyond : new int[] {-1, 0}) {
            Quarantine quarantine = quarantine(2, 0);
            breach(quarantine, "R-1");
            clock.now = clock.now.plus(WINDOW).plusMillis(beyond);
            breach(quarantine, "R-2");
            assertThat(quarantine.shutOut()).as("%s ms beyond", beyond).hasSize(1);
        }
        Quarantine quarantine = quarantine(2, 0);
        breach(quarantine, "R-1");
        clock.now = clock.now.plus(WINDOW).plusMillis(1);
        breach(quarantine, "R-2");
        assertThat(quarantine.shutOut()).isEmpty();
        breach(quarantine, "R-3");
        assertThat(quarantine.shutOut()).hasSize(1);
    }

    @Test
    void A_breach_that_may_be_the_machines_fault_does_not_count() {
        Quarantine quarantine = quarantine(1, 0);

        breach(quarantine, "R-1", false);
        assertThat(call(quarantine, DIGEST)).isEqualTo("decided");

        breach(quarantine, "R-1", true);
        assertThat(quarantine.shutOut()).hasSize(1);
    }

    @Test
    void Other_files_are_not_shut_out_and_release_forgets_all_breaches() {
        Quarantine quarantine = quarantine(2, 0);
        breach(quarantine, "R-1");
        breach(quarantine, "R-2");

        assertThat(call(quarantine, "sha256:11")).isEqualTo("decided");
        assertThat(quarantine.release("sha256:11")).isNull();
        assertThat(quarantine.release(DIGEST)).isNotNull();
        assertThat(call(quarantine, DIGEST)).isEqualTo("decided");
        breach(quarantine, "R-3");
        assertThat(call(quarantine, DIGEST)).isEqualTo("decided");
        breach(quarantine, "R-4");
        assertThat(quarantine.shutOut()).hasSize(1);
    }

    @Test
    void Breaches_on_many_threads_shut_a_version_out_once() throws Exception {
        Quarantine quarantine = quarantine(50, 0);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 49; i++) {
                String rider = "R-" + i;
                calls.add(threads.submit(() -> breach(quarantine, rider)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            assertThat(heard).isEmpty();
            breach(quarantine, "R-49");
        } finally {
            threads.shutdownNow();
        }
        assertThat(heard)
                .singleElement()
                .extracting(PackQuarantinedException::riders)
                .isEqualTo(50);
    }

    @Test
    void An_engine_shuts_out_a_version_tells_its_listeners_and_has_a_way_back() {
        List<String> told = new ArrayList<>();
        String wasteful = "declare Said\n  number : int\nend\n\n" + BudgetPack.rule("each", "Violation()", "Said( 1 )");
        ManagedRulesEngine engine = RulesEngines.builder()
                .packs(new BudgetPack(wasteful).source(), Trust.directoryForDevelopment())
                .clock(clock)
                .budgets(Budgets.builder()
                        .firings(10)
                        .facts(100)
                        .quarantine(2, 0, WINDOW)
                        .build())
                .listener(new DecisionListener() {
                    @Override
                    public void decided(DecisionRequest request, Decision decision) {}

                    @Override
                    public void failed(DecisionRequest request, Topic topic, RuntimeException failure) {
                        told.add(failure.getClass().getSimpleName() + " " + request.riderId());
                    }

                    @Override
                    public void quarantined(PackQuarantinedException state) {
                        told.add("quarantined " + state.pack());
                    }

                    @Override
                    public void released(PackQuarantinedException state) {
                        told.add("released " + state.pack());
                    }
                })
                .build();
        String digest = engine.packs().get(0).digest();

        // Too many facts are the caller's fault, not the pack's.
        for (int i = 0; i < 5; i++) {
            String rider = "R-" + i;
            assertThatThrownBy(() -> engine.decide(BudgetPack.request(rider, 101)))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThatThrownBy(() -> engine.decide(BudgetPack.request("R-1", 10)))
                .isInstanceOf(BudgetExceededException.class);
        assertThatThrownBy(() -> engine.decide(BudgetPack.request("R-2", 10)))
                .isInstanceOf(BudgetExceededException.class);
        assertThatThrownBy(() -> engine.decide(BudgetPack.healthy("R-3")))
                .isInstanceOf(PackQuarantinedException.class)
                .hasMessageContainingAll("tiering v1", digest, "2 riders", "2026-11-01T12:00:00Z", "tiering.each");
        assertThat(engine.quarantined())
                .singleElement()
                .satisfies(state -> assertThat(state.digest()).isEqualTo(digest));

        // The same files again: still shut out. Other files: not.
        engine.replacePacks(new BudgetPack(wasteful).source(), Trust.directoryForDevelopment());
        assertThatThrownBy(() -> engine.decide(BudgetPack.healthy("R-3"))).isInstanceOf(PackQuarantinedException.class);
        engine.replacePacks(new BudgetPack(wasteful + "// mended\n").source(), Trust.directoryForDevelopment());
        assertThat(engine.decide(BudgetPack.healthy("R-3")).has(TierAssigned.class))
                .isTrue();
        engine.replacePacks(new BudgetPack(wasteful).source(), Trust.directoryForDevelopment());
        assertThat(engine.release(digest)).isTrue();
        assertThat(engine.release(digest)).isFalse();
        assertThat(engine.quarantined()).isEmpty();
        assertThat(engine.decide(BudgetPack.healthy("R-3")).has(TierAssigned.class))
                .isTrue();

        assertThat(told)
                .containsExactly(
                        "BudgetExceededException R-1",
                        "quarantined tiering v1",
                        "BudgetExceededException R-2",
                        "PackQuarantinedException R-3",
                        "PackQuarantinedException R-3",
                        "released tiering v1");
    }
}
