package org.riderrules.engine.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.json.CanonicalScan;
import org.riderrules.engine.trust.VerifyingKey;

/**
 * Verifies a trail from its first entry to its last, offline, with nothing but the entries and the public keys of those
 * who may sign checkpoints. Reads as a stream: memory does not grow with the trail. Immutable, thread-safe.
 */
public final class ChainVerifier {
    private final List<VerifyingKey> keys;
    private final boolean openEnd;

    /**
     * @param keys the public keys that may sign checkpoints, at least one
     * @param openEnd whether the trail may end without a closing checkpoint, because it is still being written
     * @throws InvalidValueException when there is no key
     */
    public ChainVerifier(List<VerifyingKey> keys, boolean openEnd) {
        this.keys = Require.items("ChainVerifier", "keys", keys);
        if (keys.isEmpty()) {
            throw new InvalidValueException("ChainVerifier", "keys", "empty", "at least one public key");
        }
        this.openEnd = openEnd;
    }

    /**
     * Verifies files of lines, as {@link EntryLine} writes them.
     *
     * @param files the files of one trail, in order
     * @throws IOException when a file cannot be read
     */
    public Verdict verify(List<Path> files) throws IOException {
        try (FileItems items = new FileItems(files)) {
            return new Run(items).verdict();
        }
    }

    /**
     * Verifies what a store holds.
     *
     * @throws StoreException when it cannot be read
     */
    public Verdict verify(DecisionStore store) {
        try (Stream<AuditEntry> entries = store.entries(EntryQuery.all())) {
            Iterator<AuditEntry> each = entries.iterator();
            return new Run(new Items() {
                        private long line;

                        @Override
                        public @Nullable Item next() {
                            return each.hasNext() ? new Item(store.name(), ++line, content(each.next()), false) : null;
                        }
                    })
                    .verdict();
        } catch (IOException e) {
            throw new IllegalStateException("a store throws no IOException", e);
        }
    }

    private static EntryLine.Content content(AuditEntry entry) {
        EntryLine.Content content = EntryLine.of(entry.record());
        return content instanceof EntryLine.Whole whole && !whole.entry().equals(entry)
                ? new EntryLine.Broken("what the store says of it is not what its record says")
                : content;
    }

    /** What is verified, one after the other. */
    private interface Items {
        @Nullable
        Item next() throws IOException;
    }

    /**
     * A line.
     *
     * @param cut whether it has no line feed
     */
    private record Item(String file, long line, EntryLine.Content content, boolean cut) {
        @Nullable
        AuditEntry entry() {
            return content instanceof EntryLine.Whole whole ? whole.entry() : null;
        }
    }

    private static final class FileItems implements Items, AutoCloseable {
        private final Iterator<Path> files;
        private @Nullable InputStream in;
        private @Nullable LineReader lines;
        private String file = "";
        private long line;

        FileItems(List<Path> files) {
            this.files = List.copyOf(files).iterator();
        }

        @Override
        public @Nullable Item next() throws IOException {
            while (true) {
                LineReader reader = lines;
                if (reader != null) {
                    byte[] bytes = reader.next();
                    if (bytes != null) {
                        return new Item(file, ++line, EntryLine.read(bytes), reader.wasCut());
                    }
                }
                if (!files.hasNext()) {
                    return null;
                }
                close();
                Path next = files.next();
                InputStream opened = Files.newInputStream(next);
                in = opened;
                lines = new LineReader(opened);
                file = next.toString();
                line = 0;
            }
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }

    /** One verification. */
    private final class Run {
        private final Items items;
        private @Nullable Item peeked;

        private long sequence;
        private String head = AuditEntry.NO_ENTRY_BEFORE;
        private String chain = "";
        private @Nullable Item before;
        private final MerkleTree open = new MerkleTree();
        private long checkpoints;
        private long signed;
        private boolean closed;

        Run(Items items) {
            this.items = items;
        }

        private @Nullable Item take() throws IOException {
            Item item = peeked == null ? items.next() : peeked;
            peeked = null;
            return item;
        }

        private @Nullable AuditEntry peek() throws IOException {
            if (peeked == null) {
                peeked = items.next();
            }
            return peeked == null ? null : peeked.entry();
        }

        Verdict verdict() throws IOException {
            for (Item item = take(); item != null; item = take()) {
                Finding finding = finding(item);
                if (finding != null) {
                    return new Verdict.Tampered(finding);
                }
                before = item;
            }
            if (closed) {
                return new Verdict.Intact(chain, sequence, checkpoints, head);
            }
            if (openEnd && sequence > 0) {
                return new Verdict.OpenEnd(chain, sequence, checkpoints, head, signed);
            }
            Item last = before;
            String what = sequence == 0
                    ? "there is no entry at all"
                    : "no closing checkpoint follows; the last one that signs is "
                            + (signed == 0 ? "none" : "entry " + signed)
                            + ". What followed was cut off, or the trail is still being written";
            return new Verdict.Tampered(new Finding(
                    Finding.Kind.CUT_OFF,
                    sequence,
                    sequence,
                    last == null ? "trail" : last.file(),
                    last == null ? 1 : last.line(),
                    what));
        }

        private @Nullable Finding finding(Item item) throws IOException {
            long expected = sequence + 1;
            AuditEntry entry = item.entry();
            if (item.cut()) {
                return found(Finding.Kind.CUT_OFF, expected, item, "its line does not end; the file was cut inside it");
            }
            if (entry == null) {
                return found(Finding.Kind.CHANGED, expected, item, ((EntryLine.Broken) item.content()).what());
            }
            if (entry.sequence() != expected) {
                return outOfPlace(item, entry, expected);
            }
            if (!entry.previous().equals(head)) {
                return unlinked(item, entry, expected);
            }
            String problem = problem(entry);
            if (problem != null) {
                return found(Finding.Kind.CHANGED, expected, item, problem);
            }
            Finding unsigned = entry.kind().equals(EntryKind.CHECKPOINT) ? checkpoint(item, entry) : null;
            if (unsigned == null) {
                sequence = expected;
                head = entry.hash();
                open.add(Sha256.bytes(head));
            }
            return unsigned;
        }

        private static Finding found(Finding.Kind kind, long sequence, Item item, String what) {
            return new Finding(kind, sequence, sequence, item.file(), item.line(), what);
        }

        /** Another sequence than the one expected. */
        private Finding outOfPlace(Item item, AuditEntry entry, long expected) throws IOException {
            long sequence = entry.sequence();
            if (sequence < expected) {
                Item earlier = before;
                AuditEntry rival = earlier == null ? null : earlier.entry();
                AuditEntry next = peek();
                if (earlier != null
                        && rival != null
                        && rival.sequence() == sequence
                        && !rival.hash().equals(entry.hash())
                        && next != null
                        && next.previous().equals(entry.hash())) {
                    return found(
                            Finding.Kind.INSERTED,
                            sequence,
                            earlier,
                            "entry " + sequence + " stands here twice," + " and what follows names the second one");
                }
                return found(Finding.Kind.INSERTED, sequence, item, "entry " + sequence + " stood there before");
            }
            for (Item later = take(); later != null; later = take()) {
                AuditEntry other = later.entry();
                if (other != null && other.sequence() == expected) {
                    return found(
                            Finding.Kind.REORDERED,
                            expected,
                            item,
                            "here stands entry " + sequence + "; entry " + expected + " stands in " + later.file() + ":"
                                    + later.line());
                }
            }
            return new Finding(
                    Finding.Kind.MISSING,
                    expected,
                    sequence - 1,
                    item.file(),
                    item.line(),
                    "entry " + sequence + " follows here");
        }

        /** The right sequence, but not the hash of the entry before. One of the two was rewritten, hash and all. */
        private Finding unlinked(Item item, AuditEntry entry, long expected) throws IOException {
            AuditEntry next = peek();
            Item earlier = before;
            boolean genuine = next != null && next.previous().equals(entry.hash()) || isSigned(entry);
            return genuine && earlier != null
                    ? found(
                            Finding.Kind.CHANGED,
                            expected - 1,
                            earlier,
                            "its hash is " + head + ", but the entry after it was chained to " + entry.previous())
                    : found(
                            Finding.Kind.CHANGED,
                            expected,
                            item,
                            "it names " + entry.previous() + " as the hash before it, which is " + head);
        }

        private boolean isSigned(AuditEntry entry) {
            try {
                return entry.kind().equals(EntryKind.CHECKPOINT)
                        && Checkpoint.of(entry).signatureProblem(keys) == null;
            } catch (CanonicalScan.UnexpectedException e) {
                return false;
            }
        }

        /** What is wrong inside an entry that is in its place; null = nothing. */
        private @Nullable String problem(AuditEntry entry) {
            byte[] record = entry.record();
            EntryLine.Envelope envelope = EntryLine.Envelope.read(record);
            if (sequence == 0) {
                chain = envelope.chain();
            } else if (!envelope.chain().equals(chain)) {
                return "it belongs to the trail \"" + envelope.chain() + "\", not \"" + chain + "\"";
            }
            closed = false;
            if (!entry.kind().equals(EntryKind.CALL)) {
                return null;
            }
            List<String> ids = entry.keys().decisions();
            List<Topic> topics = new ArrayList<>();
            for (String id : ids) {
                try {
                    topics.add(new Topic(id.substring(0, Math.max(0, id.indexOf(':')))));
                } catch (InvalidValueException e) {
                    return "\"" + id + "\" is no id of a decision";
                }
            }
            byte[] content = Sha256.of(Arrays.copyOf(record, envelope.head()));
            List<String> right = DecisionId.of(content, entry.sequence(), topics);
            return right.equals(ids) ? null : "its decisions have the ids " + right + ", but it names " + ids;
        }

        private @Nullable Finding checkpoint(Item item, AuditEntry entry) {
            long place = entry.sequence();
            Checkpoint checkpoint;
            try {
                checkpoint = Checkpoint.of(entry);
            } catch (CanonicalScan.UnexpectedException | DateTimeException e) {
                return found(Finding.Kind.CHANGED, place, item, "it is no checkpoint: " + e.getMessage());
            }
            Checkpoint.Statement says = checkpoint.statement();
            String problem = checkpoint.signatureProblem(keys);
            if (problem != null) {
                return found(Finding.Kind.CHANGED, place, item, problem);
            }
            long first = place - open.size();
            if (!says.chain().equals(chain) || says.first() != first || says.last() != sequence) {
                return found(
                        Finding.Kind.CHANGED,
                        place,
                        item,
                        "it is a genuine checkpoint, but of entries " + says.first() + " to " + says.last() + " of \""
                                + says.chain() + "\"; here it stands after entries " + first + " to " + sequence);
            }
            if (!says.head().equals(head) || !says.root().equals(Sha256.hex(open.root()))) {
                return new Finding(
                        Finding.Kind.CHANGED,
                        first,
                        sequence,
                        item.file(),
                        item.line() - open.size(),
                        "the checkpoint in line " + item.line() + " was signed over others: root " + says.root()
                                + ", found " + Sha256.hex(open.root()));
            }
            if (!checkpoint.entry(head).hash().equals(entry.hash())) {
                return found(Finding.Kind.CHANGED, place, item, "around what is signed something else stands");
            }
            open.clear();
            checkpoints++;
            signed = place;
            closed = says.closing();
            return null;
        }
    }
}
