package org.riderrules.engine.trust;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Thread-safe. */
final class MemoryLedger implements ReleaseLedger {
    private SortedMap<String, Release> releases = Collections.emptySortedMap();

    @Override
    public String name() {
        return "the ledger of this process";
    }

    @Override
    public synchronized SortedMap<String, Release> releases() {
        return releases;
    }

    @Override
    public synchronized void update(UnaryOperator<SortedMap<String, Release>> change) {
        releases = Collections.unmodifiableSortedMap(new TreeMap<>(change.apply(releases)));
    }
}
