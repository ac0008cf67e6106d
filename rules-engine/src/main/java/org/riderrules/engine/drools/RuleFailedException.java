package org.riderrules.engine.drools;

/** A rule threw while it was evaluated: what it wanted to insert was not allowed, or a value it needed was missing. */
public final class RuleFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;

    /**
     * @param rule the rule's id; "a condition" when Drools does not say which rule it was
     * @param cause what was thrown
     */
    RuleFailedException(String rule, Throwable cause) {
        super(rule + " failed: " + rootMessage(cause), cause);
        this.found = rule + " failed: " + rootMessage(cause);
    }

    /** Which rule failed and why, for operators. */
    public String found() {
        return found;
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
