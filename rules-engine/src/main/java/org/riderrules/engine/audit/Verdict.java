package org.riderrules.engine.audit;

/** What verifying a trail comes to. */
public sealed interface Verdict {

    /**
     * Every entry is as it was written, up to a closing checkpoint.
     *
     * @param chain the trail's name
     * @param entries how many entries
     * @param checkpoints how many of them are signed checkpoints
     * @param head the hash of the last entry; who kept it elsewhere can compare
     */
    record Intact(String chain, long entries, long checkpoints, String head) implements Verdict {}

    /**
     * Every entry is as it was written, as far as it is signed; the end is open. Only when an open end was allowed.
     *
     * @param chain the trail's name
     * @param entries how many entries
     * @param checkpoints how many of them are signed checkpoints
     * @param head the hash of the last entry
     * @param signed the sequence of the last checkpoint; 0 = none
     */
    record OpenEnd(String chain, long entries, long checkpoints, String head, long signed) implements Verdict {}

    /**
     * Something is wrong.
     *
     * @param finding the first thing
     */
    record Tampered(Finding finding) implements Verdict {}
}
