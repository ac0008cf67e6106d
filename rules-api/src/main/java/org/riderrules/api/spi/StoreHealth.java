package org.riderrules.api.spi;

import org.riderrules.api.error.Require;

/**
 * How a store is.
 *
 * @param writable whether the next entry would be taken, as far as the store can tell without trying
 * @param waiting entries that are safe elsewhere (spilled to disk, say) and still have to reach the store proper, 0 or
 *     more
 * @param detail in words, for operators; no personal data
 */
public record StoreHealth(boolean writable, long waiting, String detail) {
    /** A store that takes entries and holds nothing back. */
    public static final StoreHealth GOOD = new StoreHealth(true, 0, "takes entries");

    /** @throws org.riderrules.api.error.InvalidValueException when the detail is missing or blank */
    public StoreHealth {
        Require.text("StoreHealth", "detail", detail);
    }
}
