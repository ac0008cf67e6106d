package org.riderrules.api.error;

/** Something on the class path undoes a protection, so the engine does not start. */
public final class UnsafeClasspathException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String found;

    /**
     * @param found what stands on the class path, and where
     * @param why what it undoes
     * @param mend how to mend it
     */
    public UnsafeClasspathException(String found, String why, String mend) {
        super(found + " is on the class path: " + why + "; " + mend);
        this.found = found;
    }

    /** What stands on the class path, and where. */
    public String found() {
        return found;
    }
}
