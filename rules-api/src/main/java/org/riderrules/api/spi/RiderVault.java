package org.riderrules.api.spi;

import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.StoreException;

/**
 * Keeps the secrets of riders, apart from the store of decisions: other file, other database, other rights, other
 * backups. It is the only place that connects a rider's id with the rider's reference in the trail. Thread-safe.
 *
 * <p>Erasing a rider is one deletion here. An implementation must not keep what it deleted: not in a cache, not in an
 * old version of a file, not in a log. Backups of a vault must be short-lived; erasing must reach them.
 */
public interface RiderVault extends AutoCloseable {

    /**
     * The rider's secret; made and kept durably before this returns when there is none yet. Called for every decision:
     * should be fast for riders seen before.
     *
     * @param riderId as the host names him
     * @throws StoreException when it can be neither read nor kept
     */
    RiderSecret secretOf(String riderId);

    /**
     * The rider's secret; null = there is none, or it was erased.
     *
     * @throws StoreException when the vault cannot be read
     */
    @Nullable
    RiderSecret find(String riderId);

    /**
     * The secret with this reference; null = there is none, or it was erased.
     *
     * @throws StoreException when the vault cannot be read
     */
    @Nullable
    RiderSecret findByReference(String reference);

    /**
     * Destroys the rider's secret, durably before this returns. A rider who comes back gets a new one, which does not
     * open what was recorded before.
     *
     * @return the reference the rider had; null = there was nothing to destroy
     * @throws StoreException when it could not be destroyed; it then still works
     */
    @Nullable
    String erase(String riderId);

    /**
     * Frees locks, files and connections. Repeated calls do nothing.
     *
     * @throws StoreException when something could not be freed
     */
    @Override
    void close();
}
