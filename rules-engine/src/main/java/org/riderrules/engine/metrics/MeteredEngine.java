package org.riderrules.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.Require;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.audit.AuditTrail;

/**
 * An engine that is counted and timed. Thread-safe. Every tag has few values: nothing in a metric depends on a rider,
 * on facts, or on what a request names that no loaded pack knows.
 *
 * <table>
 * <caption>Metrics</caption>
 * <tr><th>name</th><th>tags</th><th>what</th></tr>
 * <tr><td>{@code rider.rules.calls}, a timer</td><td>{@code result}: {@code decided} or the error's type</td>
 *   <td>calls, from asking to answer, recording included</td></tr>
 * <tr><td>{@code rider.rules.decisions}</td><td>{@code topic}, {@code pack}, {@code version}</td><td>decisions</td></tr>
 * <tr><td>{@code rider.rules.firings}</td><td>{@code topic}, {@code pack}, {@code version}</td>
 *   <td>rules that fired; one that fired several times in a decision counts once</td></tr>
 * <tr><td>{@code rider.rules.outcomes}</td><td>{@code topic}, {@code type}</td><td>outcomes by type</td></tr>
 * <tr><td>{@code rider.rules.audit.lost}</td><td>{@code trail}</td><td>calls that went out unrecorded</td></tr>
 * <tr><td>{@code rider.rules.audit.waiting}, a gauge</td><td>{@code trail}</td><td>records that wait for the store</td></tr>
 * </table>
 */
public final class MeteredEngine implements RulesEngine {
    private static final String NAME = "rider.rules.";

    private final RulesEngine engine;
    private final MeterRegistry registry;

    private MeteredEngine(RulesEngine engine, MeterRegistry registry) {
        this.engine = Require.present("MeteredEngine", "engine", engine);
        this.registry = Require.present("MeteredEngine", "registry", registry);
    }

    /** The engine, counted and timed in a registry of the host. */
    public static RulesEngine of(RulesEngine engine, MeterRegistry registry) {
        return new MeteredEngine(engine, registry);
    }

    /** Counts what a trail lost, and shows how many records wait. */
    public static void watch(AuditTrail trail, MeterRegistry registry) {
        FunctionCounter.builder(NAME + "audit.lost", trail, AuditTrail::lost)
                .tag("trail", trail.name())
                .description("calls that went out unrecorded")
                .register(registry);
        Gauge.builder(NAME + "audit.waiting", trail, AuditTrail::waiting)
                .tag("trail", trail.name())
                .description("records that wait for the store")
                .register(registry);
    }

    @Override
    public Decision decide(DecisionRequest request) {
        return metered(() -> List.of(engine.decide(request))).get(0);
    }

    @Override
    public List<Decision> decideAll(DecisionRequest request) {
        return metered(() -> engine.decideAll(request));
    }

    @Override
    public List<PackInfo> packs() {
        return engine.packs();
    }

    private List<Decision> metered(Supplier<List<Decision>> call) {
        Timer.Sample started = Timer.start(registry);
        List<Decision> decisions;
        try {
            decisions = call.get();
        } catch (RuntimeException | Error failure) {
            stop(started, failure.getClass().getSimpleName());
            throw failure;
        }
        stop(started, "decided");
        for (Decision decision : decisions) {
            count(decision);
        }
        return new ArrayList<>(decisions);
    }

    private void stop(Timer.Sample started, String result) {
        started.stop(Timer.builder(NAME + "calls")
                .description("calls of the engine, from asking to answer")
                .tag("result", result.isEmpty() ? "other" : result)
                .register(registry));
    }

    private void count(Decision decision) {
        String topic = decision.topic().name();
        String pack = decision.provenance().pack();
        String version = Integer.toString(decision.provenance().version());
        counter("decisions", "topic", topic, "pack", pack, "version", version).increment();
        counter("firings", "topic", topic, "pack", pack, "version", version)
                .increment(decision.provenance().rulesFired().size());
        for (Outcome outcome : decision.outcomes()) {
            counter("outcomes", "topic", topic, "type", outcome.getClass().getSimpleName())
                    .increment();
        }
    }

    private Counter counter(String name, String... tags) {
        return Counter.builder(NAME + name).tags(tags).register(registry);
    }
}
