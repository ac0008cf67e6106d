package org.riderrules.api.error;

import org.jspecify.annotations.Nullable;

/**
 * A call was not recorded, and so nothing it decided may be used. The cause says what the store could not do; when the
 * call itself had failed before, that failure is a suppressed exception of this one.
 */
public final class NotRecordedException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    /**
     * @param store the store, as it names itself
     * @param what what happened
     * @param mend how to put it right
     * @param cause what the store could not do; null = it took too long
     */
    public NotRecordedException(String store, String what, String mend, @Nullable Throwable cause) {
        super("not recorded in " + store + ": " + what + "; nothing was decided; " + mend);
        if (cause != null) {
            initCause(cause);
        }
    }
}
