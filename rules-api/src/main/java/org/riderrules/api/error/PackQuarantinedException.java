package org.riderrules.api.error;

import java.time.Instant;

/**
 * A version of a pack is in quarantine, because it exceeded its budgets for several riders. It was not asked, and nothing
 * was decided. It stays there until the host releases it or puts files with another digest in its place.
 */
public final class PackQuarantinedException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String pack;
    private final String digest;
    private final int riders;
    private final Instant since;

    /**
     * @param pack pack and version, for instance {@code tiering v2}
     * @param digest {@code sha256:} and the hex digest of the pack's files
     * @param riders for how many riders it exceeded a budget
     * @param since since when it is in quarantine, by the engine's clock
     * @param lastBreach the message of the last breach
     */
    public PackQuarantinedException(String pack, String digest, int riders, Instant since, String lastBreach) {
        super("pack " + pack + " (" + digest + ") is in quarantine since " + since
                + ": it exceeded its budgets for " + riders + " riders, last: " + lastBreach
                + "; replace it with a version that does not, or release it with ManagedRulesEngine.release");
        this.pack = pack;
        this.digest = digest;
        this.riders = riders;
        this.since = since;
    }

    /** Pack and version. */
    public String pack() {
        return pack;
    }

    /** {@code sha256:} and the hex digest of the pack's files. */
    public String digest() {
        return digest;
    }

    /** For how many riders it exceeded a budget. */
    public int riders() {
        return riders;
    }

    /** Since when it is in quarantine, by the engine's clock. */
    public Instant since() {
        return since;
    }
}
