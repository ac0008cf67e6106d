package org.riderrules.engine.audit.jdbc;

import java.util.concurrent.TimeUnit;

/** Waits a little, also on a thread that was interrupted. Holds no state. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        boolean interrupted = Thread.interrupted();
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
