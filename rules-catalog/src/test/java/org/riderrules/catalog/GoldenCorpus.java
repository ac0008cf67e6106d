package org.riderrules.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.RandomGenerator;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.audit.RecordedCall;
import org.riderrules.engine.audit.RecordedDecision;
import org.riderrules.engine.audit.Replay;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.json.OpenedJson;

/**
 * Recorded calls over all packs, markets and versions, kept as a file: the bodies of records with the facts of made-up
 * riders in clear, canonical JSON, one a line, gzip. Two things are left out because they change without any decision
 * changing: the engine's version and the packs' digests. To look at it: {@code gzip -dc corpus.jsonl.gz}.
 */
final class GoldenCorpus {
    static final Path FILE = Path.of("src/test/resources/org/riderrules/catalog/golden/corpus.jsonl.gz");
    private static final String RESOURCE = "golden/corpus.jsonl.gz";
    private static final String ANY = "any";
    /** Chosen once; another one makes another corpus. */
    private static final long SEED = 20_261_201L;

    private static final int CALLS_OF_A_TOPIC = 420;
    private static final int CALLS_OF_ALL_TOPICS = 180;

    private GoldenCorpus() {}

    /** The calls in the file, as if they had been recorded on the packs that are loaded. */
    static List<RecordedCall> read(RulesEngine engine) {
        InputStream file = GoldenCorpus.class.getResourceAsStream(RESOURCE);
        if (file == null) {
            throw new IllegalStateException("there is no " + RESOURCE + "; " + GoldenCorpusTest.REGENERATE);
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> OpenedJson.read(line, RecordedCall.class, "golden"))
                    .map(call -> with(call, engine.packs(), null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(List<RecordedCall> calls) throws IOException {
        Files.createDirectories(FILE.getParent());
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(FILE)), StandardCharsets.UTF_8)) {
            for (RecordedCall call : calls) {
                out.write(line(call));
                out.write('\n');
            }
        }
    }

    /** What stands in the file for a call. */
    static String line(RecordedCall call) {
        return CanonicalJson.text(with(call, List.of(), ANY));
    }

    /** With the digests of these packs, or of none; and with this version of the engine. */
    private static RecordedCall with(RecordedCall call, List<PackInfo> packs, String engine) {
        Map<String, String> digests =
                packs.stream().collect(Collectors.toMap(pack -> pack.topic() + "/" + pack.version(), PackInfo::digest));
        List<RecordedDecision> decisions = call.decisions().stream()
                .map(each -> new RecordedDecision(
                        null,
                        each.topic(),
                        each.pack(),
                        each.version(),
                        digests.getOrDefault(each.pack() + "/" + each.version(), ANY),
                        each.factsDigest(),
                        each.outcomes(),
                        each.rules(),
                        each.rows(),
                        each.rulesFired(),
                        each.withheld(),
                        each.invariantsChecked()))
                .toList();
        return new RecordedCall(
                engine == null ? call.engine() : engine,
                call.request(),
                call.knownAt(),
                decisions,
                call.failure(),
                call.supersedes());
    }

    /** The same call as decided by whatever version of the engine runs here. */
    static RecordedCall byAnyEngine(RecordedCall call) {
        return new RecordedCall(
                ANY, call.request(), call.knownAt(), call.decisions(), call.failure(), call.supersedes());
    }

    /** New questions, always the same ones for the same packs and generators. */
    static List<DecisionRequest> questions() {
        Random random = new Random(SEED);
        RiderFacts make = RiderFacts.shipped();
        List<DecisionRequest> questions = new ArrayList<>();
        for (Topic topic : Shipped.TOPICS) {
            RandomGenerator<Rider> riders = make.riders(topic).generator(1_000, false);
            for (int i = 0; i < CALLS_OF_A_TOPIC; i++) {
                questions.add(named(riders.next(random).value().about(topic), questions.size()));
            }
        }
        for (int i = 0; i < CALLS_OF_ALL_TOPICS; i++) {
            Topic topic = Shipped.TOPICS.get(i % Shipped.TOPICS.size());
            Rider rider =
                    make.riders(topic).generator(1_000, false).next(random).value();
            questions.add(named(rider.about(Shipped.TOPICS.toArray(Topic[]::new)), questions.size()));
        }
        // Nothing decides before the first pack, nor in a market that no pack names.
        Rider early =
                make.riders(Topic.TIERING).generator(1_000, false).next(random).value();
        for (String market : Shipped.MARKETS) {
            questions.add(named(
                    new Rider(market, early.capacity(), null, LocalDate.of(2025, 12, 31), List.of())
                            .about(Topic.TIERING),
                    questions.size()));
        }
        questions.add(named(
                new Rider("ATLANTIS", early.capacity(), null, LocalDate.of(2026, 12, 31), List.of())
                        .about(Topic.TIERING),
                questions.size()));
        return questions;
    }

    private static DecisionRequest named(DecisionRequest request, int number) {
        return new DecisionRequest(
                "G-" + (number + 1),
                request.topics(),
                request.market(),
                request.capacity(),
                request.scenario(),
                request.asOf(),
                Instant.EPOCH,
                request.facts());
    }

    /** What is answered now. */
    static RecordedCall answered(Replay replay, DecisionRequest request) {
        return replay.again(new RecordedCall(ANY, request, Instant.EPOCH, List.of(), null, null));
    }
}
