package org.riderrules.engine.cli;

/** What a command tells the shell. Scripts may rely on these numbers; they never change their meaning. */
final class ExitCode {
    /** Done; whatever was checked is in order. */
    static final int OK = 0;
    /** Something was checked and is not in order, or was refused; standard error says what, where and how to mend it. */
    static final int REFUSED = 1;
    /** The command line itself is wrong: an unknown option, a missing value. Nothing was done. */
    static final int USAGE = 2;
    /** A file could not be read or written. Nothing is said about its content. */
    static final int UNREADABLE = 3;
    /** The command failed in a way that it should not: an error in this program. */
    static final int INTERNAL = 70;

    private ExitCode() {}
}
