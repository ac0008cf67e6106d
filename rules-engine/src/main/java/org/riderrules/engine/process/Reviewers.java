package org.riderrules.engine.process;

/**
 * Who may decide: the host's directory of persons. The engine cannot know who is a person; so whoever wants
 * recommendations to take effect has to say so here, and there is no default. Must be thread-safe.
 */
@FunctionalInterface
public interface Reviewers {

    /**
     * Whether this is a person who may decide about riders of a market.
     *
     * @param reviewer how the host names the person
     * @param market the market
     */
    boolean mayDecide(String reviewer, String market);
}
