package org.riderrules.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.json.Samples;

class CaseTextProperties {

    @Property
    void a_request_that_was_written_as_a_case_is_asked_as_it_was(@ForAll long seed) {
        DecisionRequest request = new Samples(seed).request();
        Topic topic = request.topics().first();

        Case read = read(CaseText.of("A request", request, topic, null));

        DecisionRequest asked = read.request(topic);
        assertThat(asked.facts()).isEqualTo(request.facts());
        assertThat(CanonicalJson.text(asked.facts())).isEqualTo(CanonicalJson.text(request.facts()));
        assertThat(asked.topics()).isEqualTo(request.topics());
        assertThat(asked.market()).isEqualTo(request.market());
        assertThat(asked.capacity()).isEqualTo(request.capacity());
        assertThat(asked.scenario()).isEqualTo(request.scenario());
        assertThat(asked.asOf()).isEqualTo(request.asOf());
        if (request.knownAt() != null) {
            assertThat(asked.knownAt()).isEqualTo(request.knownAt());
        }
    }

    @Property
    void a_decision_that_was_written_as_a_case_is_what_the_case_expects(@ForAll long seed) {
        Samples samples = new Samples(seed);
        DecisionRequest request = samples.request();
        Topic topic = request.topics().first();
        List<Outcome> outcomes = new ArrayList<>();
        for (long i = Math.floorMod(seed, 3); i >= 0; i--) {
            outcomes.add(samples.outcome());
        }
        Decision decision = decision(request, topic, outcomes);

        Case read = read(CaseText.of("A decision", request, topic, decision));

        assertThat(read.expected().only()).isTrue();
        assertThat(read.expected().version()).isEqualTo(7);
        assertThat(CaseRunner.run(new Saying(decision), topic, read).differences())
                .isEmpty();
    }

    @Example
    void the_samples_reach_every_type_of_fact_and_outcome() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 2_000; seed++) {
            Samples samples = new Samples(seed);
            samples.request().facts().forEach(fact -> seen.add(fact.getClass().getSimpleName()));
            seen.add(samples.outcome().getClass().getSimpleName());
        }
        assertThat(seen).containsAll(Shapes.FACTS.keySet()).containsAll(Shapes.OUTCOMES.keySet());
    }

    private static Case read(String text) {
        List<PackProblem> problems = new ArrayList<>();
        List<Case> cases = CaseFile.read("cases.yaml", text, problems);
        assertThat(problems).as(text).isEmpty();
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private static Decision decision(DecisionRequest request, Topic topic, List<Outcome> outcomes) {
        Evidence ground = new Evidence.EngineCheck("test", "made up");
        return new Decision(
                null,
                request.riderId(),
                topic,
                request.market(),
                request.capacity(),
                request.scenario(),
                request.asOf(),
                java.time.Instant.EPOCH,
                outcomes,
                new Explanation(outcomes.stream()
                        .map(outcome -> new Because(outcome, ground, new TreeMap<>()))
                        .toList()),
                new Provenance(
                        topic.name(), 7, "sha256:0", "sha256:1", "1", List.of(), List.of(), List.of(), List.of()));
    }

    /** Says the same to every question. */
    private record Saying(Decision decision) implements RulesEngine {
        @Override
        public Decision decide(DecisionRequest request) {
            return decision;
        }

        @Override
        public List<Decision> decideAll(DecisionRequest request) {
            return List.of(decision);
        }

        @Override
        public List<PackInfo> packs() {
            return List.of();
        }
    }
}
