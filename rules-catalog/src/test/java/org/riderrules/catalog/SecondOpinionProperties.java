package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.SecondOpinion;
import org.riderrules.engine.check.Difference;
import org.riderrules.engine.check.PackCases.PackCase;
import org.riderrules.engine.check.Twins;
import org.riderrules.engine.trust.Trust;

/**
 * Every shipped pack decides the same in Drools' classic mode, with files, rules, rows and facts in another order. A
 * difference fails the build with the smallest case found, ready for the pack's {@code cases/}.
 */
@Tag("second-opinion")
class SecondOpinionProperties {
    /** For each pack version; {@code -Driderrules.twin.samples} asks for more. */
    private static final int SAMPLES = Integer.getInteger("riderrules.twin.samples", 2_000);
    /** The same samples in each build; {@code -Driderrules.twin.seed} asks for others. */
    private static final long SEED = Long.getLong("riderrules.twin.seed", 2_026);

    /** The shipped engine, remembering what it said last. */
    private static final class Listened implements RulesEngine {
        private List<Decision> last = List.of();

        @Override
        public Decision decide(DecisionRequest request) {
            return Shipped.engine().decide(request);
        }

        @Override
        public List<Decision> decideAll(DecisionRequest request) {
            last = List.of();
            last = Shipped.engine().decideAll(request);
            return last;
        }

        @Override
        public List<PackInfo> packs() {
            return Shipped.engine().packs();
        }
    }

    private static final class Engines {
        static final Listened OURS = new Listened();
        static final Twins TWINS = new Twins(
                OURS,
                SecondOpinion.engine(
                        RulesCatalog.standard(),
                        Trust.directoryForDevelopment(),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        SEED));
    }

    @Example
    void tiering_is_decided_the_same_in_both_modes() {
        same(Topic.TIERING);
    }

    @Example
    void violations_are_decided_the_same_in_both_modes() {
        same(Topic.VIOLATIONS);
    }

    @Example
    void training_is_decided_the_same_in_both_modes() {
        same(Topic.TRAINING);
    }

    @Example
    void incentives_are_decided_the_same_in_both_modes() {
        same(Topic.INCENTIVES);
    }

    @Example
    void welfare_is_decided_the_same_in_both_modes() {
        same(Topic.WELFARE);
    }

    @Example
    void every_shipped_topic_has_its_property() {
        assertThat(Shipped.topics()).containsExactlyInAnyOrderElementsOf(Shipped.TOPICS);
    }

    @Example
    void every_case_is_decided_the_same_in_both_modes_and_together_they_fire_every_rule() {
        SortedMap<String, SortedSet<String>> fired = new TreeMap<>();
        for (PackCase each : Shipped.cases().cases()) {
            note(ask(each.example().request(each.topic())), fired);
        }
        Shipped.packs()
                .forEach(pack -> assertThat(fired.get(pack.label()))
                        .as(pack.label())
                        .containsAll(Shipped.cases().rules(pack.manifest().topic(), pack.version())));
    }

    private static void same(Topic topic) {
        TwinSamples samples = new TwinSamples(topic, new Random(SEED));
        SortedMap<String, SortedSet<String>> fired = new TreeMap<>();
        SortedMap<String, Integer> decided = new TreeMap<>();
        List<String> versions = new ArrayList<>();
        Shipped.packs().stream()
                .filter(pack -> pack.manifest().topic().equals(topic))
                .forEach(pack -> versions.add(pack.label()));
        for (int i = 0; versions.stream().anyMatch(version -> decided.getOrDefault(version, 0) < SAMPLES); i++) {
            assertThat(i).as("samples so far, decided by %s", decided).isLessThan(20 * SAMPLES);
            TwinSamples.Asked asked = samples.next();
            DecisionRequest request = asked.rider().about(asked.topics().toArray(Topic[]::new));
            note(ask(request), fired).stream()
                    .filter(version -> version.startsWith(topic.name() + " v"))
                    .forEach(version -> decided.merge(version, 1, Integer::sum));
        }
        for (String version : versions) {
            assertThat(missing(topic, version, fired))
                    .as("rules of %s that no sample fires", version)
                    .isEmpty();
        }
    }

    private static SortedSet<String> missing(Topic topic, String label, Map<String, SortedSet<String>> fired) {
        int version = Integer.parseInt(label.substring(label.lastIndexOf('v') + 1));
        SortedSet<String> missing = new TreeSet<>(Shipped.cases().rules(topic, version));
        missing.removeAll(fired.getOrDefault(label, new TreeSet<>()));
        return missing;
    }

    private static List<Decision> ask(DecisionRequest request) {
        Difference difference = Engines.TWINS.ask(request);
        if (difference != null) {
            throw new AssertionError(
                    "both modes must decide the same (seed " + SEED + ")\n" + Engines.TWINS.shrink(difference));
        }
        return Engines.OURS.last;
    }

    /** Which rules fired; returns the versions that decided. */
    private static List<String> note(List<Decision> decisions, SortedMap<String, SortedSet<String>> fired) {
        List<String> versions = new ArrayList<>();
        for (Decision decision : decisions) {
            String version = decision.topic() + " v" + decision.provenance().version();
            versions.add(version);
            fired.computeIfAbsent(version, first -> new TreeSet<>())
                    .addAll(decision.provenance().rulesFired());
        }
        return versions;
    }
}
