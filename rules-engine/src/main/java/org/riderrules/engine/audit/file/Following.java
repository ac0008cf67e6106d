package org.riderrules.engine.audit.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;

/** That entries follow one another: no gap, no fork. The one check of all stores. Holds no state. */
public final class Following {
    private Following() {}

    /**
     * Refuses entries that do not follow.
     *
     * @param last the last entry the store has; null = none
     * @param anyBeginning whether the first entry of an empty store may have any sequence
     * @param store the store, as it names itself
     * @throws StoreException {@code OUT_OF_ORDER} naming the entry
     */
    public static void require(
            List<AuditEntry> entries, @Nullable AuditEntry last, boolean anyBeginning, String store) {
        if (entries.isEmpty()) {
            throw refused(store, "nothing was handed in to append", null);
        }
        AuditEntry before = last;
        for (AuditEntry entry : entries) {
            if (before != null || !anyBeginning) {
                long expected = before == null ? 1 : before.sequence() + 1;
                String hash = before == null ? AuditEntry.NO_ENTRY_BEFORE : before.hash();
                if (entry.sequence() != expected) {
                    throw refused(
                            store, "entry " + entry.sequence() + " came where entry " + expected + " is next", null);
                }
                if (!entry.previous().equals(hash)) {
                    throw refused(
                            store,
                            "entry " + expected + " does not name the hash of the entry before it, which is " + hash,
                            null);
                }
            }
            before = entry;
        }
    }

    private static StoreException refused(String store, String what, @Nullable Throwable cause) {
        return new StoreException(
                Problem.OUT_OF_ORDER,
                store,
                what,
                "ask the store for its last entry and go on from there; if another writer was there, end one of them",
                cause);
    }
}
