package org.riderrules.api.error;

/** A request or document whose parts do not go together, such as two different profiles of one rider. */
public final class InvalidRequestException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the part of the request that is wrong, for instance {@code facts[3]}
     * @param what what is wrong with it, with the value
     * @param mend how the caller can put it right
     */
    public InvalidRequestException(String field, String what, String mend) {
        super(field + ": " + what + "; " + mend);
        this.field = field;
    }

    /** The part of the request that is wrong. */
    public String field() {
        return field;
    }
}
