package org.riderrules.api.error;

/**
 * A step that the packs cannot take from where they stand: rolling back without packs to go back to, replacing while
 * others are on trial, promoting a trial that has ended. Nothing was changed.
 */
public final class RolloutStateException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String step;
    private final String standing;

    /**
     * @param step what was asked for, for instance {@code roll back}
     * @param standing where the packs stand, in words
     * @param mend what to do first
     */
    public RolloutStateException(String step, String standing, String mend) {
        super("cannot " + step + ": " + standing + "; " + mend);
        this.step = step;
        this.standing = standing;
    }

    /** What was asked for. */
    public String step() {
        return step;
    }

    /** Where the packs stand, in words. */
    public String standing() {
        return standing;
    }
}
