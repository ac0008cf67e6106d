package org.riderrules.examples.quickstart;

/** The command line, or the file it names, is not what the example expects; the message says how to mend it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
