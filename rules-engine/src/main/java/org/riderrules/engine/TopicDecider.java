package org.riderrules.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.NotGranted;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.drools.Limits;
import org.riderrules.engine.drools.Question;
import org.riderrules.engine.drools.ReadyPack;
import org.riderrules.engine.drools.RuleFailedException;
import org.riderrules.engine.drools.Run;
import org.riderrules.engine.invariant.Breach;
import org.riderrules.engine.invariant.Findings;
import org.riderrules.engine.invariant.Invariants;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.pack.Need;

/**
 * Decides single topics of one request.
 *
 * @param request what was asked
 * @param knownAt when its facts were known
 * @param limits what each topic may use; the deadline is shared
 */
record TopicDecider(DecisionRequest request, Instant knownAt, Limits limits) {
    private static final int LONGEST_DETAIL = 2_000;
    private static final Comparator<Because> ORDER = Comparator.comparing(
                    (Because because) -> because.outcome().getClass().getSimpleName())
            .thenComparing(because -> because.outcome().code())
            .thenComparing(because -> because.outcome().toString());

    Decision decide(Topic topic, ReadyPack pack, Map<Topic, Decision> earlier) {
        Withholding withholding = Withholding.of(pack.manifest().withhold(), request.market(), request.asOf());
        List<Fact> facts = withholding.apply(request.facts());
        List<Evidence.OutcomeUsed> followed = followed(pack, earlier);
        List<Because> because = new ArrayList<>();
        List<TableRow> rows = List.of();
        SortedSet<String> fired = new TreeSet<>();
        for (Evidence.OutcomeUsed used : followed) {
            if (used.outcome() instanceof NeedsReview review) {
                because.add(review(
                        "followed-topic",
                        used.topic() + " needs review (" + review.invariant() + "), and this follows it"));
            }
        }
        List<Need> unmet = Needs.unmet(pack.manifest().needs(), facts);
        if (because.isEmpty()) {
            unmet.forEach(need -> because.add(unknown(topic, need)));
        }
        if (because.isEmpty()) {
            try {
                Run run = pack.run(question(pack, facts, followed));
                because.addAll(judged(topic, pack, facts, run));
                rows = run.rowsUsed();
                fired.addAll(run.rulesFired());
            } catch (RuleFailedException failure) {
                because.add(review("rule-failed", failure.found()));
            }
        }
        because.sort(ORDER);
        return decision(topic, because, provenance(pack, rows, fired, followed, withholding));
    }

    private Question question(ReadyPack pack, List<Fact> facts, List<Evidence.OutcomeUsed> followed) {
        return new Question(
                new AsOf(request.asOf()),
                pack.rowsFor(request.market(), request.capacity(), request.scenario(), request.asOf()),
                facts,
                followed,
                limits);
    }

    /** The pack's outcomes, unless one breaks an invariant: then only what was found, never a partial result. */
    private List<Because> judged(Topic topic, ReadyPack pack, List<Fact> facts, Run run) {
        List<Breach> breaches = Invariants.breaches(new Findings(topic, request.asOf(), facts, pack, run.given()));
        if (!breaches.isEmpty()) {
            return breaches.stream()
                    .map(breach -> review(breach.invariant(), breach.found()))
                    .toList();
        }
        if (run.given().isEmpty()) {
            String found = "no rule of " + pack.label() + " granted or denied anything";
            return List.of(new Because(
                    new NotGranted(topic.name()), new Evidence.EngineCheck("no-rule", found), new TreeMap<>()));
        }
        return run.given().stream()
                .map(given -> new Because(given.outcome(), given.by(), texts(pack, given.outcome())))
                .toList();
    }

    private static SortedMap<String, Reason> texts(ReadyPack pack, Outcome outcome) {
        SortedMap<String, Reason> texts = new TreeMap<>();
        outcome.textKeys().forEach(key -> texts.put(key, pack.reason(key)));
        return texts;
    }

    private static Because unknown(Topic topic, Need need) {
        return new Because(
                new InsufficientData(topic.name(), need.toString()),
                new Evidence.EngineCheck("needs", need + " is not known"),
                new TreeMap<>());
    }

    private static Because review(String invariant, String found) {
        String detail = found.length() > LONGEST_DETAIL ? found.substring(0, LONGEST_DETAIL) + "..." : found;
        return new Because(
                new NeedsReview(invariant, detail), new Evidence.EngineCheck(invariant, detail), new TreeMap<>());
    }

    private static List<Evidence.OutcomeUsed> followed(ReadyPack pack, Map<Topic, Decision> earlier) {
        List<Evidence.OutcomeUsed> followed = new ArrayList<>();
        for (Topic topic : pack.manifest().follows()) {
            Decision decision = earlier.get(topic);
            if (decision != null) {
                decision.outcomes().forEach(outcome -> followed.add(new Evidence.OutcomeUsed(topic, outcome)));
            }
        }
        return followed;
    }

    private Provenance provenance(
            ReadyPack pack,
            List<TableRow> rows,
            SortedSet<String> fired,
            List<Evidence.OutcomeUsed> followed,
            Withholding withholding) {
        return new Provenance(
                pack.manifest().id(),
                pack.manifest().version(),
                pack.digest(),
                factsDigest(followed),
                EngineVersion.CURRENT,
                rows,
                List.copyOf(fired),
                withholding.described(),
                Invariants.codes());
    }

    private String factsDigest(List<Evidence.OutcomeUsed> followed) {
        Stream<Object> head = Stream.of(
                request.riderId(),
                request.market(),
                request.capacity(),
                request.scenario() == null ? "" : request.scenario(),
                request.asOf());
        return CanonicalJson.digest(Stream.concat(head, Stream.concat(request.facts().stream(), followed.stream()))
                .toArray());
    }

    private Decision decision(Topic topic, List<Because> because, Provenance provenance) {
        return new Decision(
                null,
                request.riderId(),
                topic,
                request.market(),
                request.capacity(),
                request.scenario(),
                request.asOf(),
                knownAt,
                because.stream().map(Because::outcome).toList(),
                new Explanation(because),
                provenance);
    }
}
