package org.riderrules.engine.audit.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;

/**
 * Tells what a database could not do.
 *
 * @param store the store, as it names itself
 */
record DatabaseFailures(String store) {
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;

    /** @param what what could not be done, with the table and the sequence */
    StoreException of(String what, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        int code = cause.getErrorCode();
        boolean sqlite = cause.getClass().getName().startsWith("org.sqlite.");
        if (state.equals("53100") || sqlite && code == SQLITE_FULL) {
            return failure(Problem.FULL, what, "make room where the database keeps its files", cause);
        }
        if (state.equals("57014") || cause instanceof SQLTimeoutException || sqlite && code == SQLITE_BUSY) {
            return failure(
                    Problem.SLOW, what, "look for what holds the database up, or allow more with answerWithin", cause);
        }
        if (state.equals("23505")) {
            return failure(
                    Problem.OUT_OF_ORDER,
                    what + ": another writer was there",
                    "end one of the writers; ask the store for its last entry and go on from there",
                    cause);
        }
        if (state.startsWith("XX") || sqlite && code == SQLITE_CORRUPT) {
            return failure(Problem.CORRUPT, what, "restore the database from a backup", cause);
        }
        return failure(
                Problem.UNAVAILABLE,
                what,
                "see that the database runs and that this user may use the tables rider_rules_*; what was acknowledged"
                        + " is not touched",
                cause);
    }

    private StoreException failure(Problem problem, String what, String mend, SQLException cause) {
        // Never the driver's text as a whole: it may quote values of a row.
        String reason = "SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode();
        return new StoreException(problem, store, what + " (" + reason + ")", mend, cause);
    }
}
