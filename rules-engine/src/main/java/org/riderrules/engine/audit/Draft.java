package org.riderrules.engine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.json.SealableJson;

/**
 * A record before it has its place in the trail: everything is written, sealed and hashed but the few members that
 * depend on the place. Made on the caller's thread, so that little is left to do in turn. Immutable, thread-safe.
 */
final class Draft {
    private final EntryKind kind;
    private final EntryKeys keys;
    private final List<Topic> decided;
    private final byte[] head;
    private final MessageDigest hashed;

    private Draft(EntryKind kind, EntryKeys keys, List<Topic> decided, byte[] head) {
        this.kind = kind;
        this.keys = keys;
        this.decided = decided;
        this.head = head;
        this.hashed = Sha256.fresh();
        hashed.update(head);
    }

    /** What stands under {@code about}. */
    private record About(
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            SortedSet<String> outcomes,
            SortedSet<String> packs,
            @Nullable String rider,
            SortedSet<Topic> topics) {}

    /**
     * @param decided the topics of the decisions in the body, in order: each gets an id; empty = the ids in the keys
     * @param secret seals what is personal; null = the body holds nothing personal
     * @throws IllegalArgumentException when there is something personal and nothing to seal it with
     */
    static Draft of(
            EntryKind kind,
            String chain,
            EntryKeys keys,
            Object body,
            List<Topic> decided,
            @Nullable RiderSecret secret) {
        keys.decisions().forEach(id -> Require.code("EntryKeys", "decisions", id));
        keys.outcomes().forEach(outcome -> Require.code("EntryKeys", "outcomes", outcome));
        keys.packs().forEach(pack -> Require.code("EntryKeys", "packs", pack));
        byte[] about = CanonicalJson.bytes(
                new About(keys.asOf(), keys.knownAt(), keys.outcomes(), keys.packs(), keys.rider(), keys.topics()));
        SealableJson form = SealableJson.of(body);
        if (form.leaves() > 0 && secret == null) {
            throw new IllegalArgumentException("a " + kind + " entry about no rider has " + form.leaves()
                    + " personal values; name the rider, or leave them out");
        }
        String cipher = form.leaves() > 0 && secret != null ? new Seal(secret).close(form, about) : null;
        byte[] document = form.document();
        byte[] after = (",\"chain\":\"" + chain + "\"" + (cipher == null ? "" : ",\"cipher\":\"" + cipher + "\""))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] before = "{\"about\":".getBytes(StandardCharsets.US_ASCII);
        byte[] between = ",\"body\":".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer head =
                ByteBuffer.allocate(before.length + about.length + between.length + document.length + after.length);
        head.put(before).put(about).put(between).put(document).put(after);
        return new Draft(kind, keys, decided, head.array());
    }

    EntryKind kind() {
        return kind;
    }

    EntryKeys keys() {
        return keys;
    }

    int size() {
        return head.length;
    }

    /** The record's bytes up to before {@code ,"decisions":}: what depends on the call alone. */
    byte[] head() {
        return head.clone();
    }

    /** SHA-256 of {@link #head()}. */
    byte[] content() {
        return Sha256.copy(hashed).digest();
    }

    /** The entry in its place. */
    AuditEntry at(long sequence, String previous, Instant recordedAt) {
        List<String> ids = decided.isEmpty() ? keys.decisions() : DecisionId.of(content(), sequence, decided);
        StringBuilder text = new StringBuilder(256).append(",\"decisions\":[");
        for (int i = 0; i < ids.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"").append(ids.get(i)).append('"');
        }
        text.append("],\"format\":").append(EntryLine.Envelope.FORMAT);
        text.append(",\"kind\":\"").append(kind).append("\",\"previous\":\"").append(previous);
        text.append("\",\"recordedAt\":\"").append(recordedAt);
        text.append("\",\"sequence\":").append(sequence).append('}');
        byte[] tail = text.toString().getBytes(StandardCharsets.UTF_8);
        MessageDigest whole = Sha256.copy(hashed);
        whole.update(tail);
        byte[] record = new byte[head.length + tail.length];
        System.arraycopy(head, 0, record, 0, head.length);
        System.arraycopy(tail, 0, record, head.length, tail.length);
        return new AuditEntry(sequence, kind, previous, Sha256.hex(whole.digest()), keys.withDecisions(ids), record);
    }
}
