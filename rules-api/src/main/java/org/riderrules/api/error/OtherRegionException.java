package org.riderrules.api.error;

import org.jspecify.annotations.Nullable;

/** A request whose data may not be kept in the store of this engine. It was refused before anything was decided. */
public final class OtherRegionException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String market;
    private final String storeRegion;

    /**
     * @param market the market that was asked for
     * @param region the market's region; null = the host named none
     * @param store the store, as it names itself
     * @param storeRegion the region of the store
     */
    public OtherRegionException(String market, @Nullable String region, String store, String storeRegion) {
        super("market " + market + " belongs to "
                + (region == null ? "no region that is known here" : "region \"" + region + "\"") + ", but " + store
                + " holds data of region \"" + storeRegion
                + "\"; ask the engine of that region, or name the market's region when the engine is built");
        this.market = market;
        this.storeRegion = storeRegion;
    }

    /** The market that was asked for. */
    public String market() {
        return market;
    }

    /** The region of the store. */
    public String storeRegion() {
        return storeRegion;
    }
}
