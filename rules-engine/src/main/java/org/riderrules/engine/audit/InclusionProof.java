package org.riderrules.engine.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.json.CanonicalScan;
import org.riderrules.engine.trust.VerifyingKey;

/**
 * Shows that one entry is in a trail, without showing any other: the entry's record, the hashes beside its way up to the
 * root of a Merkle tree, and the signed checkpoint that names this root. About other entries it says nothing but their
 * number and hashes. Immutable, thread-safe.
 */
public final class InclusionProof {
    private static final String ROOT = "proof";

    private final AuditEntry entry;
    private final AuditEntry checkpoint;
    private final List<byte[]> path;

    private InclusionProof(AuditEntry entry, AuditEntry checkpoint, List<byte[]> path) {
        this.entry = entry;
        this.checkpoint = checkpoint;
        this.path = path;
    }

    /** What a proof shows. */
    public sealed interface Result {}

    /**
     * The entry is in the trail.
     *
     * @param entry the entry
     * @param chain the trail's name
     * @param checkpoint sequence of the checkpoint that covers it
     */
    public record Included(AuditEntry entry, String chain, long checkpoint) implements Result {}

    /**
     * The proof does not show that the entry is in the trail.
     *
     * @param why why not
     */
    public record NotShown(String why) implements Result {}

    static @Nullable InclusionProof of(AuditEntry entry, DecisionStore store) {
        AuditEntry checkpoint;
        try (Stream<AuditEntry> later = store.entries(EntryQuery.where()
                .kind(EntryKind.CHECKPOINT)
                .from(entry.sequence() + 1)
                .build())) {
            checkpoint = later.findFirst().orElse(null);
        }
        if (checkpoint == null) {
            return null;
        }
        Checkpoint.Statement statement = Checkpoint.of(checkpoint).statement();
        List<byte[]> hashes = new ArrayList<>();
        try (Stream<AuditEntry> covered = store.entries(EntryQuery.where()
                .from(statement.first())
                .until(statement.last() + 1)
                .build())) {
            covered.forEach(each -> hashes.add(Sha256.bytes(each.hash())));
        }
        int index = Math.toIntExact(entry.sequence() - statement.first());
        if (hashes.size() != statement.last() - statement.first() + 1
                || index < 0
                || !Arrays.equals(hashes.get(index), Sha256.bytes(entry.hash()))) {
            throw new StoreException(
                    StoreException.Problem.CORRUPT,
                    store.name(),
                    entry + " is not among the entries that " + checkpoint + " covers",
                    "verify the trail with `rules verify`",
                    null);
        }
        return new InclusionProof(entry, checkpoint, MerkleTree.path(hashes, index));
    }

    /** The entry it is about. */
    public AuditEntry entry() {
        return entry;
    }

    /** The checkpoint that covers it. */
    public AuditEntry checkpoint() {
        return checkpoint;
    }

    /** The proof as one line of JSON, to be given away: record, path and checkpoint. */
    public String json() {
        StringBuilder text = new StringBuilder("{\"checkpoint\":").append(checkpoint.text());
        text.append(",\"path\":[");
        for (int i = 0; i < path.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"").append(Sha256.hex(path.get(i))).append('"');
        }
        return text.append("],\"record\":").append(entry.text()).append('}').toString();
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws InvalidRequestException when it is no proof
     */
    public static InclusionProof read(String json) {
        byte[] bytes = json.strip().getBytes(StandardCharsets.UTF_8);
        CanonicalScan scan = new CanonicalScan(bytes, 0, bytes.length);
        try {
            scan.expect("{\"checkpoint\":");
            AuditEntry checkpoint = entry(bytes, scan, "checkpoint");
            scan.expect(",\"path\":[");
            List<byte[]> path = new ArrayList<>();
            while (!scan.next("]")) {
                if (!path.isEmpty()) {
                    scan.expect(",");
                }
                path.add(Sha256.bytes(scan.code()));
            }
            scan.expect(",\"record\":");
            AuditEntry entry = entry(bytes, scan, "record");
            scan.expect("}");
            if (!scan.atEnd()) {
                throw new CanonicalScan.UnexpectedException("the end of the proof", scan.at());
            }
            return new InclusionProof(entry, checkpoint, path);
        } catch (CanonicalScan.UnexpectedException | IllegalArgumentException e) {
            throw new InvalidRequestException(ROOT, "not a proof: " + e.getMessage(), "give the file as it was made");
        }
    }

    private static AuditEntry entry(byte[] bytes, CanonicalScan scan, String field) {
        int from = scan.at();
        scan.skip();
        EntryLine.Content content = EntryLine.of(Arrays.copyOfRange(bytes, from, scan.at()));
        if (content instanceof EntryLine.Whole whole) {
            return whole.entry();
        }
        throw new InvalidRequestException(
                ROOT + "." + field, ((EntryLine.Broken) content).what(), "give the file as it was made");
    }

    /**
     * Checks the proof, offline.
     *
     * @param keys the public keys that may sign checkpoints
     */
    public Result verify(List<VerifyingKey> keys) {
        try {
            if (!checkpoint.kind().equals(EntryKind.CHECKPOINT)) {
                return new NotShown("its checkpoint is an entry of kind " + checkpoint.kind());
            }
            Checkpoint signed = Checkpoint.of(checkpoint);
            String problem = signed.signatureProblem(keys);
            if (problem != null) {
                return new NotShown("the checkpoint cannot be believed: " + problem);
            }
            Checkpoint.Statement statement = signed.statement();
            if (entry.sequence() < statement.first() || entry.sequence() > statement.last()) {
                return new NotShown("the checkpoint covers entries " + statement.first() + " to " + statement.last()
                        + ", and this is " + entry.sequence());
            }
            byte[] root = MerkleTree.rootOf(
                    Sha256.bytes(entry.hash()),
                    entry.sequence() - statement.first(),
                    statement.last() - statement.first() + 1,
                    path);
            if (!Sha256.hex(root).equals(statement.root())) {
                return new NotShown("the record is not the one that was signed: it leads to the root "
                        + Sha256.hex(root) + ", the checkpoint names " + statement.root());
            }
            return new Included(entry, statement.chain(), checkpoint.sequence());
        } catch (CanonicalScan.UnexpectedException
                | InvalidValueException
                | DateTimeException
                | IllegalArgumentException e) {
            return new NotShown(String.valueOf(e.getMessage()));
        }
    }
}
