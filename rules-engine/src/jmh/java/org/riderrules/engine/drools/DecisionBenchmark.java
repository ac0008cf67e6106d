package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.PackReader;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.pack.Table;
import org.riderrules.engine.trust.Trust;

/**
 * One decision on the same pack and facts, three ways: our engine with evidence, explanation and digests; Drools as one
 * would use it naively, a new session for each request from one KieBase, without evidence; hand-written Java. Setting
 * up checks that all three give the same outcomes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
@State(Scope.Thread)
public class DecisionBenchmark {
    private static final int RIDERS = 1_000;

    private List<DecisionRequest> requests;
    private RulesEngine engine;
    private ReadyPack pack;
    private KieBase kieBase;
    private int next;

    /** Loads the pack twice, for the engine and for naive Drools, and compares all three on every rider. */
    @Setup
    public void load() {
        PackSource source = PackSources.classpath(DecisionBenchmark.class.getClassLoader(), "bench-packs");
        engine = RulesEngines.create(source, Trust.directoryForDevelopment());
        Pack read = PackReader.read(source).packsOrThrow().get(0);
        pack = PackPreparation.prepare(
                read,
                Budgets.STANDARD.build(),
                problem -> {
                    throw new IllegalStateException(problem.toString());
                },
                new NaiveRules());
        requests = Population.of(RIDERS);
        for (DecisionRequest request : requests) {
            List<Outcome> ours = engine.decide(request).outcomes();
            if (!ours.equals(naive(request)) || !ours.equals(HandWritten.decide(request))) {
                throw new IllegalStateException("three ways, different outcomes: " + request + ": " + ours + ", "
                        + naive(request) + ", " + HandWritten.decide(request));
            }
        }
    }

    /** Keeps the rule base, unmetered, for sessions that the benchmark makes itself. */
    private final class NaiveRules implements RuleBaseChoice {
        private final OwnRules own = new OwnRules(false);

        @Override
        public Compilation compile(String packLabel, List<DrlSource> sources, CompiledRules compiled) {
            kieBase = compiled.kieBase();
            return own.compile(packLabel, sources, compiled);
        }

        @Override
        public RuleRunner runner(String packLabel, CompiledRules rules, Map<String, PreparedRule> prepared) {
            return own.runner(packLabel, rules, prepared);
        }
    }

    private DecisionRequest nextRequest() {
        next = (next + 1) % RIDERS;
        return requests.get(next);
    }

    /** Our engine: evidence, explanation, invariants, digests, provenance. */
    @Benchmark
    public Object ours() {
        return engine.decide(nextRequest());
    }

    /** Drools, a session for each request, no evidence. */
    @Benchmark
    public Object naiveDrools() {
        return naive(nextRequest());
    }

    /** The same policy in Java. */
    @Benchmark
    public Object handWrittenJava() {
        return HandWritten.decide(nextRequest());
    }

    private List<Outcome> naive(DecisionRequest request) {
        KieSession session = kieBase.newKieSession();
        try {
            session.insert(new AsOf(request.asOf()));
            for (Table.Row row : pack.rowsFor(request.market(), request.capacity(), request.scenario(), request.asOf())
                    .rows()) {
                session.insert(row.instance());
            }
            request.facts().forEach(session::insert);
            session.getAgenda().getAgendaGroup("decide").setFocus();
            session.getAgenda().getAgendaGroup("qualify").setFocus();
            session.getAgenda().getAgendaGroup("derive").setFocus();
            session.fireAllRules();
            List<Outcome> outcomes = new ArrayList<>();
            session.getObjects(Outcome.class::isInstance).forEach(outcome -> outcomes.add((Outcome) outcome));
            return outcomes;
        } finally {
            session.dispose();
        }
    }
}
