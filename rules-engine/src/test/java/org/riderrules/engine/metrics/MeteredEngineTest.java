package org.riderrules.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.StoreException;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.audit.Fixed;
import org.riderrules.engine.audit.MemoryStore;
import org.riderrules.engine.audit.MemoryVault;
import org.riderrules.engine.audit.OnStoreFailure;
import org.riderrules.engine.audit.TrailSamples;

class MeteredEngineTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** Decides by the sample; every fifth call fails. */
    private static final class Sampled implements RulesEngine {
        private int calls;

        @Override
        public Decision decide(DecisionRequest request) {
            return decideAll(request).get(0);
        }

        @Override
        public List<Decision> decideAll(DecisionRequest request) {
            if (++calls % 5 == 0) {
                throw new NoPackInForceException(
                        "x", request.market(), request.asOf().toString(), request.riderId());
            }
            return List.of(new TrailSamples(calls).decision());
        }

        @Override
        public List<PackInfo> packs() {
            return List.of();
        }
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void Calls_decisions_firings_and_outcomes_are_counted_and_timed() {
        RulesEngine engine = MeteredEngine.of(new Sampled(), registry);
        long outcomes = 0;
        long firings = 0;
        for (int i = 1; i <= 10; i++) {
            Decision expected = new TrailSamples(i).decision();
            if (i % 5 == 0) {
                assertThat(catchThrowable(() -> engine.decide(new TrailSamples(1).request())))
                        .isInstanceOf(NoPackInForceException.class);
            } else {
                assertThat(engine.decide(new TrailSamples(i).request())).isEqualTo(expected);
                outcomes += expected.outcomes().size();
                firings += expected.provenance().rulesFired().size();
            }
        }
        assertThat(registry.get("rider.rules.calls")
                        .tag("result", "decided")
                        .timer()
                        .count())
                .isEqualTo(8);
        assertThat(registry.get("rider.rules.calls")
                        .tag("result", "NoPackInForceException")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(count("rider.rules.decisions")).isEqualTo(8);
        assertThat(count("rider.rules.outcomes")).isEqualTo(outcomes);
        assertThat(count("rider.rules.firings")).isEqualTo(firings);
    }

    @Test
    void Tags_have_few_values_and_nothing_of_a_rider() {
        RulesEngine engine = MeteredEngine.of(new Sampled(), registry);
        Set<String> personal = new TreeSet<>();
        for (int i = 0; i < 500; i++) {
            DecisionRequest request = new TrailSamples(i).request();
            personal.add(request.riderId());
            request.facts().forEach(fact -> personal.add(fact.identity()));
            var failedOrNot = catchThrowable(() -> engine.decideAll(request));
            assertThat(failedOrNot == null || failedOrNot instanceof NoPackInForceException)
                    .isTrue();
        }
        Set<String> keys = new TreeSet<>();
        for (Meter meter : registry.getMeters()) {
            for (Tag tag : meter.getId().getTags()) {
                keys.add(tag.getKey());
                if (!tag.getKey().equals("topic")) {
                    assertThat(personal).doesNotContain(tag.getValue());
                }
            }
        }
        assertThat(keys).containsExactly("pack", "result", "topic", "type", "version");
        assertThat(personal).hasSizeGreaterThan(100);
    }

    @Test
    void What_a_trail_lost_is_counted() {
        MemoryStore store = new MemoryStore();
        try (AuditTrail trail = Fixed.trail(store, new MemoryVault())
                .onStoreFailure(OnStoreFailure.DROP_AND_COUNT)
                .open()) {
            MeteredEngine.watch(trail, registry);
            TrailSamples samples = new TrailSamples(4);
            trail.recordFailure(samples.request(), List.of(), "1", new IllegalStateException("x"));
            store.fail(StoreException.Problem.FULL);
            trail.recordFailure(samples.request(), List.of(), "1", new IllegalStateException("x"));
            assertThat(registry.get("rider.rules.audit.lost").functionCounter().count())
                    .isEqualTo(1);
            assertThat(registry.get("rider.rules.audit.waiting").gauge().value())
                    .isZero();
            store.recover();
        }
    }
}
