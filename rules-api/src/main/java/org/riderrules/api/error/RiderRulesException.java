package org.riderrules.api.error;

/**
 * Whatever the library refuses or cannot do. Every message says what, where, which value and how to mend it.
 * Catch this to catch all of them.
 */
public abstract class RiderRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RiderRulesException(String message) {
        super(message);
    }
}
