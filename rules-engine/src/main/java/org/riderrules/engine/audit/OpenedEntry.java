package org.riderrules.engine.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.json.OpenedJson;

/** An entry whose personal leaves have been opened. Holds personal data in clear. Immutable, thread-safe. */
public final class OpenedEntry {
    private final AuditEntry entry;
    private final EntryLine.Envelope envelope;
    private final OpenedJson body;
    private final Seal.Contents contents;

    private OpenedEntry(AuditEntry entry, EntryLine.Envelope envelope, OpenedJson body, Seal.Contents contents) {
        this.entry = entry;
        this.envelope = envelope;
        this.body = body;
        this.contents = contents;
    }

    static @Nullable OpenedEntry open(AuditEntry entry, RiderVault vault, String store) {
        byte[] record = entry.record();
        EntryLine.Envelope envelope = EntryLine.Envelope.read(record);
        OpenedJson body = OpenedJson.of(Arrays.copyOfRange(record, envelope.bodyFrom(), envelope.bodyTo()));
        String cipher = envelope.cipher();
        if (cipher == null) {
            return new OpenedEntry(entry, envelope, body, new Seal.Contents(List.of(), List.of()));
        }
        String rider = entry.keys().rider();
        RiderSecret secret = rider == null ? null : vault.findByReference(rider);
        if (secret == null) {
            return null;
        }
        try {
            return new OpenedEntry(entry, envelope, body, new Seal(secret).open(body, cipher));
        } catch (Seal.BrokenSealException e) {
            throw new StoreException(
                    StoreException.Problem.CORRUPT,
                    store,
                    "the personal part of " + entry + " cannot be opened: " + e.getMessage(),
                    "verify the trail with `rules verify`, and look whether the vault belongs to it",
                    null);
        }
    }

    /** The entry. */
    public AuditEntry entry() {
        return entry;
    }

    /** When it was recorded. */
    public Instant recordedAt() {
        return envelope.recordedAt();
    }

    /** The trail's name. */
    String chain() {
        return envelope.chain();
    }

    /** The body as canonical JSON, with the personal values. */
    public String json() {
        List<byte @Nullable []> values = new ArrayList<>(contents.values());
        return body.with(values);
    }

    /**
     * The body of a {@code call} entry, its decisions with their ids.
     *
     * @throws InvalidRequestException when the body is none
     */
    public RecordedCall call() {
        RecordedCall call = body(RecordedCall.class);
        List<String> ids = entry.keys().decisions();
        List<RecordedDecision> decisions = new ArrayList<>();
        for (int i = 0; i < call.decisions().size(); i++) {
            decisions.add(call.decisions().get(i).withId(ids.get(i)));
        }
        return new RecordedCall(
                call.engine(), call.request(), call.knownAt(), decisions, call.failure(), call.supersedes());
    }

    /**
     * The body as the record it was made of.
     *
     * @throws InvalidRequestException when it is another, naming the first place that does not fit
     */
    public <T> T body(Class<T> type) {
        return OpenedJson.read(json(), type, "entry " + entry.sequence());
    }

    /**
     * What shows one personal value to somebody who has the entry's record: {@code SHA-256(salt || value)} is what
     * stands in its place.
     *
     * @param place where its place begins in the body, in bytes
     * @param value the value, canonical JSON
     * @param salt 32 bytes, base64url
     */
    public record Leaf(int place, String value, String salt) {}

    /** The personal leaves, in the order of the body; each can be shown alone. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < body.leaves(); i++) {
            leaves.add(new Leaf(
                    body.place(i),
                    new String(contents.values().get(i), java.nio.charset.StandardCharsets.UTF_8),
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(contents.salts().get(i))));
        }
        return leaves;
    }

    /** The bytes that the same call must give again: the record up to before its ids and place. */
    public byte[] head() {
        return Arrays.copyOf(entry.record(), envelope.head());
    }
}
