package org.riderrules.engine.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.trust.SigningKey;

/**
 * Gives drafts their place, hash and checkpoint, and hands them to the store. Moves on only when the store has taken
 * them. One thread at a time.
 */
final class Chain {
    private final String name;
    private final DecisionStore store;
    private final SigningKey key;
    private final int every;
    private final Clock clock;

    private long sequence;
    private String head = AuditEntry.NO_ENTRY_BEFORE;
    /** Entries since the last checkpoint, that one included. */
    private MerkleTree open = new MerkleTree();

    private boolean closed;
    private boolean uncertain;

    /** @throws StoreException when the store cannot be read, or holds another trail or one that does not hang together */
    Chain(String name, DecisionStore store, SigningKey key, int every, Clock clock) {
        this.name = name;
        this.store = store;
        this.key = key;
        this.every = every;
        this.clock = clock;
        resume();
    }

    /** Finds the end of what the store holds. */
    private void resume() {
        AuditEntry last = store.last();
        MerkleTree tree = new MerkleTree();
        boolean ended = false;
        if (last != null) {
            String chain = EntryLine.Envelope.read(last.record()).chain();
            if (!chain.equals(name)) {
                throw broken("it holds the trail \"" + chain + "\", not \"" + name + "\"");
            }
            AuditEntry checkpoint = store.last(EntryKind.CHECKPOINT);
            long from = checkpoint == null ? 1 : checkpoint.sequence();
            try (Stream<AuditEntry> rest =
                    store.entries(EntryQuery.where().from(from).build())) {
                long expected = from;
                for (AuditEntry entry : (Iterable<AuditEntry>) rest::iterator) {
                    if (entry.sequence() != expected++) {
                        throw broken("entry " + (expected - 1) + " is missing before " + entry);
                    }
                    tree.add(Sha256.bytes(entry.hash()));
                }
                if (expected != last.sequence() + 1) {
                    throw broken("its entries end before the last one, which is " + last);
                }
            }
            ended = last.kind().equals(EntryKind.CHECKPOINT)
                    && Checkpoint.of(last).statement().closing();
        }
        sequence = last == null ? 0 : last.sequence();
        head = last == null ? AuditEntry.NO_ENTRY_BEFORE : last.hash();
        open = tree;
        closed = ended;
        uncertain = false;
    }

    private StoreException broken(String what) {
        return new StoreException(
                StoreException.Problem.CORRUPT,
                store.name(),
                what,
                "verify it with `rules verify`, and begin a new trail in an empty store",
                null);
    }

    /**
     * Appends drafts, and a checkpoint wherever one is due.
     *
     * @return the entries of the drafts, in order, without the checkpoints
     * @throws StoreException when the store did not take them
     */
    List<AuditEntry> append(List<Draft> drafts) {
        return write(drafts, false, false).subList(0, drafts.size());
    }

    /**
     * Signs what is not signed yet.
     *
     * @param closing whether the trail ends here in good order
     * @return the last checkpoint
     */
    AuditEntry checkpoint(boolean closing) {
        return write(List.of(), true, closing).get(0);
    }

    /** Whether the last entry is a closing checkpoint. */
    boolean isClosed() {
        return closed;
    }

    boolean isEmpty() {
        return sequence == 0;
    }

    private List<AuditEntry> write(List<Draft> drafts, boolean sign, boolean closing) {
        if (uncertain) {
            resume();
        }
        MerkleTree tree = open.copy();
        List<AuditEntry> batch = new ArrayList<>(drafts.size() + 1);
        List<AuditEntry> wanted = new ArrayList<>(drafts.size() + 1);
        long at = sequence;
        String before = head;
        for (Draft draft : drafts) {
            AuditEntry entry = draft.at(++at, before, clock.instant());
            before = entry.hash();
            tree.add(Sha256.bytes(before));
            batch.add(entry);
            wanted.add(entry);
            if (tree.size() >= every) {
                AuditEntry checkpoint = signed(++at, before, tree, false);
                before = checkpoint.hash();
                batch.add(checkpoint);
            }
        }
        if (sign) {
            AuditEntry checkpoint = signed(++at, before, tree, closing);
            before = checkpoint.hash();
            batch.add(checkpoint);
            wanted.add(checkpoint);
        }
        uncertain = true;
        store.append(batch);
        uncertain = false;
        sequence = at;
        head = before;
        open = tree;
        closed = closing;
        return wanted;
    }

    /** Signs the tree, which then begins anew with the checkpoint itself. */
    private AuditEntry signed(long at, String before, MerkleTree tree, boolean closing) {
        Checkpoint.Statement statement = new Checkpoint.Statement(
                clock.instant(),
                name,
                closing,
                at - tree.size(),
                before,
                key.verifyingKey().id(),
                at - 1,
                Sha256.hex(tree.root()));
        AuditEntry checkpoint = Checkpoint.sign(statement, key).entry(before);
        tree.clear();
        tree.add(Sha256.bytes(checkpoint.hash()));
        return checkpoint;
    }
}
