package org.riderrules.api.error;

/** A value that a fact, a request or an outcome does not accept: names the type, the field, the value and what is allowed. */
public final class InvalidValueException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String field;
    private final String value;
    private final String allowed;

    /**
     * @param type the simple name of the record, for instance {@code PerformanceWindow}
     * @param field the field as it is named in Java, DRL and JSON
     * @param value the value as text, {@code null} as the text "null"
     * @param allowed the allowed range or form, in words
     */
    public InvalidValueException(String type, String field, String value, String allowed) {
        super(type + "." + field + " is " + value + "; allowed: " + allowed);
        this.type = type;
        this.field = field;
        this.value = value;
        this.allowed = allowed;
    }

    /** The simple name of the record that refused the value. */
    public String type() {
        return type;
    }

    /** The field as it is named in Java, DRL and JSON. */
    public String field() {
        return field;
    }

    /** The refused value as text; "null" for a missing one. */
    public String value() {
        return value;
    }

    /** The allowed range or form, in words. */
    public String allowed() {
        return allowed;
    }
}
