package org.riderrules.api.error;

import org.jspecify.annotations.Nullable;

/** A store of decisions or secrets cannot do what it was asked. Its message holds no personal data. */
public final class StoreException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Problem {
        /** Another process, or another trail in this one, holds it. */
        IN_USE,
        /** No room left. */
        FULL,
        /** It did not answer in time. */
        SLOW,
        /** It cannot be reached, read or written now. */
        UNAVAILABLE,
        /** An entry does not follow the last one. */
        OUT_OF_ORDER,
        /** What it holds is damaged or was changed. */
        CORRUPT,
        /** It was closed. */
        CLOSED
    }

    private final Problem problem;
    private final String store;

    /**
     * @param problem why
     * @param store the store, as it names itself
     * @param what what happened, with sequence, line or size where there is one; no personal data
     * @param mend how to put it right
     * @param cause what lies behind it; null = nothing
     */
    public StoreException(Problem problem, String store, String what, String mend, @Nullable Throwable cause) {
        super(store + ": " + what + "; " + mend);
        this.problem = problem;
        this.store = store;
        if (cause != null) {
            initCause(cause);
        }
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }

    /** The store, as it names itself. */
    public String store() {
        return store;
    }
}
