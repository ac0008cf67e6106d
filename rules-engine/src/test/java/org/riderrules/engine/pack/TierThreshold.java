package org.riderrules.engine.pack;

import org.riderrules.api.fact.Rate;

/** What the rule compiler makes of a declared type. */
public class TierThreshold {
    private String tier;
    private int rank;
    private Integer minOrders;
    private Rate minOnTime;

    public String getTier() {
        return tier;
    }

    public void setTier(String tier) {
        this.tier = tier;
    }

    public int getRank() {
        return rank;
    }

    public void setRank(int rank) {
        this.rank = rank;
    }

    public Integer getMinOrders() {
        return minOrders;
    }

    public void setMinOrders(Integer minOrders) {
        this.minOrders = minOrders;
    }

    public Rate getMinOnTime() {
        return minOnTime;
    }

    public void setMinOnTime(Rate minOnTime) {
        this.minOnTime = minOnTime;
    }
}
