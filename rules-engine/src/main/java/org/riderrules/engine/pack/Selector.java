package org.riderrules.engine.pack;

/**
 * Where a row holds. Immutable, thread-safe.
 *
 * @param market a market of the pack, or {@code *} for any
 * @param capacity the name of a capacity type, or {@code *} for any
 * @param scenario a scenario, or {@code *} for any
 */
record Selector(String market, String capacity, String scenario) {
    static final String ANY = "*";

    /** Whether a row with this selector holds for a request. */
    boolean matches(String askedMarket, String askedCapacity, String askedScenario) {
        return matches(market, askedMarket) && matches(capacity, askedCapacity) && matches(scenario, askedScenario);
    }

    /**
     * How specific it is: 4 for a market, 2 for a capacity type, 1 for a scenario. Two selectors that match the same
     * request and weigh the same are equal, so the heaviest is never a tie.
     */
    int weight() {
        return (isExact(market) ? 4 : 0) + (isExact(capacity) ? 2 : 0) + (isExact(scenario) ? 1 : 0);
    }

    /** For messages: {@code market HK, capacity *, scenario *}. */
    @Override
    public String toString() {
        return "market " + market + ", capacity " + capacity + ", scenario " + scenario;
    }

    private static boolean matches(String held, String asked) {
        return held.equals(ANY) || held.equals(asked);
    }

    private static boolean isExact(String held) {
        return !held.equals(ANY);
    }
}
