package org.riderrules.engine.drools;

/**
 * Tells a build that nobody waits for it any more. Asked wherever a build comes by: between steps, for each rule that is
 * tried alone, and each time the generator or the Java compiler looks for a class. Thread-safe.
 */
final class BuildWatch {
    private volatile boolean stopped;

    /** Thrown through Drools and the compiler, which catch exceptions in many places, and errors of their own only. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("the build was stopped", null, false, false);
        }
    }

    /** From now on {@link #check()} throws. */
    void stop() {
        stopped = true;
    }

    /** @throws Stopped when the build was told to stop */
    void check() {
        if (stopped) {
            throw new Stopped();
        }
    }
}
