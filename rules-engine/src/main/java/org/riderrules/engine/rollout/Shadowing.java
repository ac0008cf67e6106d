package org.riderrules.engine.rollout;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * Where a candidate in the shadow decides, and how much of what it finds is kept. Immutable, thread-safe if the executor
 * is.
 *
 * @param executor runs the candidate; null = the caller's thread, before the call returns
 * @param mostWaiting how many requests may wait for the executor or run on it, 1 to 1000000; more are skipped and counted
 * @param examples how many examples of each kind are kept for each topic, 0 to 1000
 */
public record Shadowing(@Nullable Executor executor, int mostWaiting, int examples) {
    private static final String TYPE = "Shadowing";

    /** @throws InvalidValueException when a number is out of range */
    public Shadowing {
        Require.range(TYPE, "mostWaiting", mostWaiting, 1, 1_000_000);
        Require.range(TYPE, "examples", examples, 0, 1_000);
    }

    /**
     * On the caller's thread, after the decision was made and recorded and before the call returns. The candidate gets
     * what is left of the request's own deadline, so that both together take no longer than one may; when it runs out of
     * it, that is a failure of the candidate and not of the call. Keeps 10 examples of each kind for each topic.
     */
    public static Shadowing onTheCallersThread() {
        return new Shadowing(null, 1, 10);
    }

    /**
     * On an executor of the host's, with a deadline of its own as long as that of a request; the call waits for nothing.
     * Up to 1000 requests wait, with all their facts; more are skipped and counted. Keeps 10 examples of each kind for
     * each topic. Closing the executor remains the host's business.
     */
    public static Shadowing on(Executor executor) {
        return new Shadowing(Require.present(TYPE, "executor", executor), 1_000, 10);
    }
}
