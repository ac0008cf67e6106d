package org.riderrules.api.error;

/** No version of a pack decides this topic in this market on this day: too early, too late, or never. */
public final class NoPackInForceException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final String market;
    private final String asOf;

    /**
     * @param topic the topic that was asked for
     * @param market the market that was asked for
     * @param asOf the effective day, ISO 8601
     * @param known what the loaded packs do cover, in words
     */
    public NoPackInForceException(String topic, String market, String asOf, String known) {
        super("no version of a pack decides " + topic + " in market " + market + " on " + asOf + "; " + known);
        this.topic = topic;
        this.market = market;
        this.asOf = asOf;
    }

    /** The topic that was asked for. */
    public String topic() {
        return topic;
    }

    /** The market that was asked for. */
    public String market() {
        return market;
    }

    /** The effective day that was asked for, ISO 8601. */
    public String asOf() {
        return asOf;
    }
}
