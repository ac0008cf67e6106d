package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.audit.RecordedCall;
import org.riderrules.engine.audit.RecordedDecision;
import org.riderrules.engine.audit.RecordedOutcome;
import org.riderrules.engine.audit.Replay;
import org.riderrules.engine.audit.Replayed.Cause;
import org.riderrules.engine.audit.Replayed.Different;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;

/**
 * Every call of the corpus is decided again as it was: a change of a library, the platform or the engine that changes a
 * decision anywhere is seen here, and so is a change of a pack.
 */
class GoldenCorpusTest {
    static final String REGENERATE = """
        When the change is meant, write the answers anew and look at what changed:
          mvn -pl rules-api,rules-engine,rules-catalog test -Dtest=GoldenCorpusTest \
        -Dsurefire.failIfNoSpecifiedTests=false -Driderrules.regenerate=true
        With -Driderrules.regenerate=questions the questions are made anew, too: after a new pack, version or market.\
        """;
    private static final int SHOWN = 12;

    private record Found(RecordedCall call, Different difference) {}

    /** The first difference of each call that is not decided as it was. */
    private static List<Found> differences(RulesEngine engine, List<RecordedCall> corpus) {
        Replay replay = new Replay(engine);
        List<Found> found = new ArrayList<>();
        for (RecordedCall call : corpus) {
            RecordedCall again = GoldenCorpus.byAnyEngine(replay.again(call));
            Different different = replay.difference(call, again);
            if (different != null) {
                found.add(new Found(call, different));
            }
        }
        return found;
    }

    /** For people: how many by cause and pack, then the first ones in full. */
    private static String told(List<Found> found, int of) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Found each : found) {
            counts.merge(
                    each.difference().cause() + " " + packs(each.call()) + " at "
                            + each.difference().where().replaceAll("[0-9]+", "N"),
                    1,
                    Integer::sum);
        }
        StringBuilder text = new StringBuilder(found.size() + " of " + of + " calls are decided otherwise.\n");
        counts.forEach((what, count) ->
                text.append("  ").append(count).append(" x ").append(what).append('\n'));
        found.stream().limit(SHOWN).forEach(each -> {
            var request = each.call().request();
            text.append(request.riderId())
                    .append(' ')
                    .append(request.market())
                    .append(' ')
                    .append(request.asOf())
                    .append(' ')
                    .append(packs(each.call()))
                    .append(" at ")
                    .append(each.difference().where())
                    .append("\n  - ")
                    .append(each.difference().recorded())
                    .append("\n  + ")
                    .append(each.difference().replayed())
                    .append('\n');
        });
        return text.append(REGENERATE).toString();
    }

    private static List<String> packs(RecordedCall call) {
        return call.decisions().stream()
                .map(each -> each.pack() + " v" + each.version())
                .toList();
    }

    @Test
    void Every_call_of_the_corpus_is_decided_again_as_it_was() throws IOException {
        String regenerate = System.getProperty("riderrules.regenerate");
        if (regenerate != null) {
            write(regenerate);
            return;
        }
        List<RecordedCall> corpus = GoldenCorpus.read(Shipped.engine());
        List<Found> found = differences(Shipped.engine(), corpus);
        if (!found.isEmpty()) {
            fail(told(found, corpus.size()));
        }
    }

    private static void write(String what) throws IOException {
        Replay replay = new Replay(Shipped.engine());
        List<RecordedCall> answers;
        if (what.equals("questions")) {
            answers = GoldenCorpus.questions().stream()
                    .map(request -> GoldenCorpus.answered(replay, request))
                    .toList();
        } else {
            List<RecordedCall> corpus = GoldenCorpus.read(Shipped.engine());
            System.out.println(told(differences(Shipped.engine(), corpus), corpus.size()));
            answers = corpus.stream().map(replay::again).toList();
        }
        GoldenCorpus.write(answers);
    }

    @Test
    void The_corpus_covers_every_pack_version_market_and_capacity_and_most_kinds_of_outcome() {
        List<RecordedCall> corpus = GoldenCorpus.read(Shipped.engine());
        Set<String> seen = new TreeSet<>();
        Set<String> outcomes = new TreeSet<>();
        for (RecordedCall call : corpus) {
            for (RecordedDecision decision : call.decisions()) {
                seen.add(decision.pack() + " v" + decision.version() + " "
                        + call.request().market());
                seen.add(decision.pack() + " " + call.request().capacity());
                decision.outcomes().stream()
                        .map(RecordedOutcome::outcome)
                        .map(Outcome::getClass)
                        .map(Class::getSimpleName)
                        .forEach(outcomes::add);
            }
        }

        assertThat(corpus).hasSizeGreaterThanOrEqualTo(2_000);
        for (PackInfo pack : Shipped.engine().packs()) {
            for (String market : pack.markets()) {
                assertThat(seen).as(REGENERATE).contains(pack.topic() + " v" + pack.version() + " " + market);
            }
            for (var capacity : org.riderrules.api.fact.Capacity.values()) {
                assertThat(seen).contains(pack.topic() + " " + capacity);
            }
        }
        assertThat(outcomes)
                .contains(
                        "TierAssigned",
                        "TierGateMissed",
                        "TierShielded",
                        "PointsAssessed",
                        "WarningIssued",
                        "DeductionAssessed",
                        "SanctionRecommended",
                        "ViolationExempted",
                        "PointsInForce",
                        "TrainingRequired",
                        "IncentivePayable",
                        "BenefitGranted",
                        "BenefitWithheld",
                        "InsufficientData");
        assertThat(corpus).anyMatch(call -> call.decisions().size() == Shipped.TOPICS.size());
        assertThat(corpus)
                .anyMatch(
                        call -> call.failure() != null && call.failure().error().equals("NoPackInForceException"));
        assertThat(corpus.stream().map(GoldenCorpus::line)).doesNotHaveDuplicates();
    }

    @Test
    void One_changed_threshold_is_noticed_where_it_decides_and_nowhere_else() {
        List<Found> found = differences(Changed.ENGINE, GoldenCorpus.read(Changed.ENGINE));

        assertThat(found).isNotEmpty();
        assertThat(found).allSatisfy(each -> {
            assertThat(each.call().request().market()).isEqualTo("HK");
            assertThat(each.call().decisions())
                    .extracting(RecordedDecision::topic)
                    .contains(Topic.VIOLATIONS);
        });
        assertThat(found.stream().map(each -> each.difference().where()))
                .anyMatch(where -> where.contains("outcomes") || where.contains("rows"));
        assertThat(told(found, 1)).contains("violations v1").contains("\n  - ").contains("\n  + ");
    }

    @Test
    void A_pack_with_other_files_is_named_as_the_cause() {
        // The digests are those of the shipped packs, as in a real trail.
        List<Found> found = differences(
                Changed.ENGINE,
                GoldenCorpus.read(Shipped.engine()).stream()
                        .filter(call -> call.decisions().size() == 1
                                && call.decisions().get(0).topic().equals(Topic.VIOLATIONS))
                        .limit(20)
                        .toList());

        assertThat(found)
                .hasSize(20)
                .allSatisfy(each -> assertThat(each.difference().cause()).isEqualTo(Cause.PACK_CHANGED));
    }

    @Test
    void A_change_that_no_pack_fact_or_version_explains_is_laid_to_the_libraries_below() {
        RecordedCall call = GoldenCorpus.read(Shipped.engine()).stream()
                .filter(each -> each.decisions().size() == 1
                        && each.decisions().get(0).outcomes().size() > 1)
                .findFirst()
                .orElseThrow();
        RecordedDecision decision = call.decisions().get(0);
        RecordedCall otherwise = new RecordedCall(
                call.engine(),
                call.request(),
                call.knownAt(),
                List.of(new RecordedDecision(
                        null,
                        decision.topic(),
                        decision.pack(),
                        decision.version(),
                        decision.packDigest(),
                        decision.factsDigest(),
                        decision.outcomes().subList(1, decision.outcomes().size()),
                        decision.rules(),
                        decision.rows(),
                        decision.rulesFired(),
                        decision.withheld(),
                        decision.invariantsChecked())),
                null,
                null);

        List<Found> found = differences(Shipped.engine(), List.of(otherwise));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).difference().cause()).isEqualTo(Cause.ENVIRONMENT);
        assertThat(found.get(0).difference().where()).startsWith("decisions[0].outcomes[0]");
    }

    /** The shipped packs with one more point for a long delay in Hong Kong. */
    private static final class Changed {
        static final RulesEngine ENGINE = engine();

        private static RulesEngine engine() {
            String path = "violations/v1/tables/MinutesBracket.csv";
            Map<String, String> files = new LinkedHashMap<>();
            try {
                for (PackFile file : RulesCatalog.standard().files()) {
                    if (!file.path().contains("/cases/")) {
                        files.put(file.path(), file.text());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String right = "HK,*,*,LATE,LONG,30,3,";
            assertThat(files.get(path)).contains(right);
            files.put(path, files.get(path).replace(right, "HK,*,*,LATE,LONG,30,4,"));
            return RulesEngines.create(PackSources.of("changed packs", files), Trust.directoryForDevelopment());
        }
    }
}
