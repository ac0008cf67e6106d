package org.riderrules.engine.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.RiderSecret;

/** Drafts of {@code call} entries: a pure function of what was asked and what came of it. Holds no state. */
final class CallDraft {
    private static final int LONGEST_MESSAGE = 4_000;

    private CallDraft() {}

    static Draft decided(
            String chain,
            DecisionRequest request,
            List<Decision> decisions,
            @Nullable String supersedes,
            RiderSecret secret) {
        Decision first = decisions.get(0);
        SortedSet<String> packs = new TreeSet<>();
        SortedSet<String> outcomes = new TreeSet<>();
        for (Decision decision : decisions) {
            packs.add(decision.provenance().pack() + "/" + decision.provenance().version());
            decision.outcomes()
                    .forEach(outcome -> outcomes.add(outcome.getClass().getSimpleName()));
        }
        RecordedCall call = new RecordedCall(
                first.provenance().engineVersion(),
                request,
                first.knownAt(),
                DecisionRecorder.record(request, decisions),
                null,
                supersedes);
        return Draft.of(
                EntryKind.CALL,
                chain,
                keys(request, secret, first.knownAt(), packs, outcomes),
                call,
                decisions.stream().map(Decision::topic).toList(),
                secret);
    }

    /** @param secret null = the request must not be kept here: its rider and facts are left out */
    static Draft failed(
            String chain,
            DecisionRequest request,
            Instant knownAt,
            List<PackInfo> loaded,
            String engine,
            Throwable failure,
            @Nullable RiderSecret secret) {
        RecordedCall call = failure(request, knownAt, loaded, engine, failure, secret != null);
        RecordedFailure recorded = Objects.requireNonNull(call.failure(), "made just now");
        return Draft.of(
                EntryKind.CALL,
                chain,
                keys(
                        request,
                        secret,
                        knownAt,
                        recorded.pack() == null ? new TreeSet<>() : new TreeSet<>(Set.of(recorded.pack())),
                        new TreeSet<>(Set.of(recorded.error()))),
                call,
                List.of(),
                secret);
    }

    /** @param keeps whether the request may be kept here; else its rider and facts are left out */
    static RecordedCall failure(
            DecisionRequest request,
            Instant knownAt,
            List<PackInfo> loaded,
            String engine,
            Throwable failure,
            boolean keeps) {
        Topic topic = failure instanceof NoPackInForceException none ? new Topic(none.topic()) : null;
        String label = failure instanceof BudgetExceededException budget ? budget.pack() : null;
        PackInfo pack = loaded.stream()
                .filter(each -> (each.topic() + " v" + each.version()).equals(label))
                .findFirst()
                .orElse(null);
        RecordedFailure recorded = new RecordedFailure(
                name(failure.getClass()),
                request.market(),
                pack == null ? topic : pack.topic(),
                pack == null ? null : pack.topic() + "/" + pack.version(),
                pack == null ? null : pack.digest(),
                keeps ? shortened(failure.getMessage()) : null);
        return new RecordedCall(engine, keeps ? request : null, knownAt, List.of(), recorded, null);
    }

    /** The class's simple name; of a class without one, that of the class it extends. */
    private static String name(Class<?> type) {
        return type.isAnonymousClass() ? name(type.getSuperclass()) : type.getSimpleName();
    }

    private static @Nullable String shortened(@Nullable String message) {
        return message == null || message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE) + "...";
    }

    private static EntryKeys keys(
            DecisionRequest request,
            @Nullable RiderSecret secret,
            Instant knownAt,
            SortedSet<String> packs,
            SortedSet<String> outcomes) {
        return new EntryKeys(
                secret == null ? null : secret.reference(),
                request.topics(),
                packs,
                request.asOf(),
                knownAt,
                outcomes,
                List.of());
    }
}
