package org.riderrules.engine;

import java.util.concurrent.locks.ReentrantLock;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which state of the packs decides. Thread-safe: reading it never waits for a change. */
final class PacksInForce {
    private static final Logger LOG = LoggerFactory.getLogger(PacksInForce.class);

    private final ReentrantLock building = new ReentrantLock();
    private volatile Catalogue current;

    PacksInForce(Catalogue first) {
        this.current = first;
        LOG.info("{} packs loaded", first.infos().size());
    }

    /** The state a call that begins now decides on, from its beginning to its end. */
    Catalogue current() {
        return current;
    }

    /** Builds beside what is in force and puts it in force in one step, or throws and changes nothing. */
    void replace(PackSource source, Trust trust) {
        building.lock();
        try {
            current = CatalogueLoader.load(source, trust);
            LOG.info("packs replaced: {} packs in force", current.infos().size());
        } finally {
            building.unlock();
        }
    }
}
