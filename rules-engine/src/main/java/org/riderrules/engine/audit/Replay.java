package org.riderrules.engine.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.audit.Replayed.Cause;
import org.riderrules.engine.audit.Replayed.Different;

/**
 * Evaluates recorded calls again, on any machine that has the packs and the rider's secret, and compares byte for byte.
 * Nothing is recorded by it. Thread-safe.
 */
public final class Replay {
    private final RulesEngine engine;

    /**
     * @param engine an engine on the packs that decided; one that records nothing, or every replay is an entry itself
     */
    public Replay(RulesEngine engine) {
        this.engine = Require.present("Replay", "engine", engine);
    }

    /**
     * Evaluates an entry again.
     *
     * @param entry a {@code call} entry
     * @param vault opens what is personal in it
     * @return the same, or the first difference and its cause
     * @throws StoreException when the vault cannot be read, or the entry does not fit the rider's secret
     */
    public Replayed replay(AuditEntry entry, RiderVault vault) {
        String reference = entry.keys().rider();
        RiderSecret secret = reference == null ? null : vault.findByReference(reference);
        OpenedEntry opened = reference == null ? null : OpenedEntry.open(entry, vault, "the replayed store");
        if (reference == null || !entry.kind().equals(EntryKind.CALL)) {
            return new Different(
                    entry.sequence(), Cause.NO_DECISION, "", entry.kind().name(), "nothing");
        }
        if (secret == null || opened == null) {
            return new Different(entry.sequence(), Cause.FACTS_ERASED, "request", "sealed facts", "nothing");
        }
        RecordedCall recorded = opened.body(RecordedCall.class);
        DecisionRequest request = recorded.request();
        if (request == null) {
            return new Different(entry.sequence(), Cause.NO_DECISION, "", "a refused call", "nothing");
        }
        Answer answer = ask(request, recorded);
        Different different = difference(entry.sequence(), recorded, answer.call);
        if (different != null) {
            return different;
        }
        byte[] again = answer.draft(opened.chain(), request, recorded, secret, engine.packs())
                .head();
        return Arrays.equals(again, opened.head())
                ? new Replayed.Same(entry.sequence())
                : new Different(entry.sequence(), Cause.RECORD_CHANGED, "", sha(opened.head()), sha(again));
    }

    /**
     * Evaluates the body of a record again.
     *
     * @return what would be recorded now for the same question, by the recorded version of the engine's name
     * @throws InvalidRequestException when the call was refused before anything was asked
     */
    public RecordedCall again(RecordedCall recorded) {
        DecisionRequest request = recorded.request();
        if (request == null) {
            throw new InvalidRequestException("request", "null", "replay a call that asked something");
        }
        return ask(request, recorded).call;
    }

    /**
     * The first difference between a record and what is recorded for the same question now.
     *
     * @param again from {@link #again}
     * @return the difference and its cause; null = there is none
     */
    public @Nullable Different difference(RecordedCall recorded, RecordedCall again) {
        return difference(0, recorded, again);
    }

    /**
     * What is recorded of decisions, without their ids: a pure function.
     *
     * @param request what was asked
     * @param decisions what was decided, in order, at least one
     */
    public static RecordedCall record(DecisionRequest request, List<Decision> decisions) {
        Decision first = decisions.get(0);
        return new RecordedCall(
                first.provenance().engineVersion(),
                request,
                first.knownAt(),
                DecisionRecorder.record(request, decisions),
                null,
                null);
    }

    private @Nullable Different difference(long sequence, RecordedCall recorded, RecordedCall again) {
        FirstDifference first = FirstDifference.between("", withoutIds(recorded), withoutIds(again));
        return first == null
                ? null
                : new Different(sequence, cause(recorded, again, first), first.where(), first.one(), first.other());
    }

    private Cause cause(RecordedCall recorded, RecordedCall again, FirstDifference first) {
        Map<String, String> loaded = engine.packs().stream()
                .collect(Collectors.toMap(pack -> pack.topic() + "/" + pack.version(), PackInfo::digest));
        for (RecordedDecision decision : recorded.decisions()) {
            String digest = loaded.get(decision.pack() + "/" + decision.version());
            if (digest == null) {
                return Cause.PACK_MISSING;
            }
            if (!digest.equals(decision.packDigest())) {
                return Cause.PACK_CHANGED;
            }
        }
        for (int i = 0;
                i < Math.min(recorded.decisions().size(), again.decisions().size());
                i++) {
            RecordedDecision one = recorded.decisions().get(i);
            RecordedDecision other = again.decisions().get(i);
            if (one.version() != other.version()) {
                return Cause.PACK_MISSING;
            }
            // An outcome of an earlier topic is a fact for a later one: only the first digest is of facts alone.
            if (i == 0 && !one.factsDigest().equals(other.factsDigest())) {
                return Cause.FACTS_CHANGED;
            }
        }
        return first.where().equals("engine") || !recorded.engine().equals(again.engine())
                ? Cause.ENGINE_VERSION
                : Cause.ENVIRONMENT;
    }

    private static RecordedCall withoutIds(RecordedCall call) {
        return new RecordedCall(
                call.engine(),
                call.request(),
                call.knownAt(),
                call.decisions().stream().map(each -> each.withId(null)).toList(),
                call.failure(),
                call.supersedes());
    }

    private static String sha(byte[] head) {
        return "SHA-256 " + Sha256.hex(Sha256.of(head));
    }

    private Answer ask(DecisionRequest request, RecordedCall recorded) {
        try {
            List<Decision> decisions = engine.decideAll(at(request, recorded.knownAt()));
            RecordedCall plain = record(request, decisions);
            return new Answer(
                    new RecordedCall(
                            plain.engine(), request, plain.knownAt(), plain.decisions(), null, recorded.supersedes()),
                    decisions,
                    null);
        } catch (RiderRulesException failure) {
            return new Answer(
                    CallDraft.failure(request, recorded.knownAt(), engine.packs(), recorded.engine(), failure, true),
                    List.of(),
                    failure);
        }
    }

    private static DecisionRequest at(DecisionRequest request, Instant knownAt) {
        return new DecisionRequest(
                request.riderId(),
                request.topics(),
                request.market(),
                request.capacity(),
                request.scenario(),
                request.asOf(),
                knownAt,
                request.facts());
    }

    /**
     * What the engine says now.
     *
     * @param call what is recorded of it
     * @param decisions what was decided; empty when it failed
     * @param failure why it failed; null = it decided
     */
    private record Answer(
            RecordedCall call,
            List<Decision> decisions,
            @Nullable RiderRulesException failure) {
        Draft draft(
                String chain,
                DecisionRequest request,
                RecordedCall recorded,
                RiderSecret secret,
                List<PackInfo> packs) {
            return failure == null
                    ? CallDraft.decided(chain, request, decisions, recorded.supersedes(), secret)
                    : CallDraft.failed(chain, request, recorded.knownAt(), packs, recorded.engine(), failure, secret);
        }
    }

    /**
     * Evaluates entries again, one after the other; other kinds than calls are left out.
     *
     * @param entries the entries of a trail or file; not closed here
     * @return the differences, in order
     * @throws StoreException as {@link #replay}
     */
    public List<Different> replayAll(Stream<AuditEntry> entries, RiderVault vault) {
        List<Different> differences = new ArrayList<>();
        entries.filter(entry -> entry.kind().equals(EntryKind.CALL)).forEach(entry -> {
            if (replay(entry, vault) instanceof Different different) {
                differences.add(different);
            }
        });
        return differences;
    }
}
