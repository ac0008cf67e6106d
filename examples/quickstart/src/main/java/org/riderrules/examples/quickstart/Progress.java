package org.riderrules.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;

/** Says every second how many riders are done, and how many a second that makes since the start. */
final class Progress implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final PrintStream err;
    private final long started = System.nanoTime();
    private long said = started;
    private int riders;

    Progress(PrintStream err) {
        this.err = err;
    }

    /** One more rider is done. */
    void another() {
        riders++;
        if (System.nanoTime() - said > NANOS) {
            say();
        }
    }

    @Override
    public void close() {
        say();
    }

    private void say() {
        said = System.nanoTime();
        double seconds = (said - started) / NANOS;
        err.printf(Locale.ROOT, "%,d riders in %.1f s, %,.0f a second%n", riders, seconds, riders / seconds);
    }
}
