package org.riderrules.api.error;

/**
 * A step of due process that is not allowed: a sanction without a person, reasons after the effect, a review that saw
 * nothing. Nothing was written.
 */
public final class DueProcessException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * @param rule the rule that forbids it, a code such as {@code a-person-decides}
     * @param what what is not allowed, with the value
     * @param mend how the caller can put it right
     */
    public DueProcessException(String rule, String what, String mend) {
        super(rule + ": " + what + "; " + mend);
        this.rule = rule;
    }

    /** The rule that forbids it, a code such as {@code a-person-decides}. */
    public String rule() {
        return rule;
    }
}
