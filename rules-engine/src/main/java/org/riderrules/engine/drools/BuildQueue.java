package org.riderrules.engine.drools;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs builds one after the other, each on a thread of its own and for a limited time; parallel builds are a known source
 * of errors in Drools. Thread-safe.
 *
 * <p>Whoever waits for a build waits no longer than its time and {@link #GRACE}. A build whose time is up is told to
 * stop, and does so the next time it looks for a class. Should it never, it is left alone: nothing of it is used, and
 * further builds are refused until it ends, because two at once could go wrong without a sign. Deciding goes on.
 */
final class BuildQueue {
    static final Duration GRACE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(BuildQueue.class);

    private final Semaphore turn = new Semaphore(1, true);
    private volatile @Nullable String leftAlone;

    /** Runs a build in its turn; what keeps it from ending in time is a problem in the result. */
    Compilation run(String pack, Duration time, Function<BuildWatch, Compilation> build) {
        try {
            if (!takeTurn(time)) {
                return refused(
                        pack,
                        "build-stuck",
                        "the pack was not compiled, because the build of " + leftAlone + " does not end",
                        "restart the host without that pack");
            }
            return inTime(pack, time, build);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(
                    pack, "build-interrupted", "the thread that loads the pack was interrupted", "load it again");
        }
    }

    /** Waits for as long as the builds before it end in their time. */
    private boolean takeTurn(Duration time) throws InterruptedException {
        while (!turn.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            if (leftAlone != null) {
                return false;
            }
        }
        return true;
    }

    private Compilation inTime(String pack, Duration time, Function<BuildWatch, Compilation> build)
            throws InterruptedException {
        BuildWatch watch = new BuildWatch();
        CompletableFuture<Compilation> result = start(pack, watch, build);
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(pack, e.getCause());
        } catch (TimeoutException e) {
            leftAlone = pack;
            watch.stop();
            awaitEnd(pack, result);
            return refused(
                    pack,
                    "budget-build-time",
                    "compiling the pack takes longer than " + time.toMillis() + " ms",
                    "split the pack, simplify the rule added last, or let the host set a longer Budgets.buildTime");
        } catch (InterruptedException e) {
            leftAlone = pack;
            watch.stop();
            throw e;
        }
    }

    private CompletableFuture<Compilation> start(
            String pack, BuildWatch watch, Function<BuildWatch, Compilation> build) {
        CompletableFuture<Compilation> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(watch, build, result), "rider-rules build of " + pack);
        thread.setDaemon(true);
        boolean started = false;
        try {
            thread.start();
            started = true;
        } finally {
            if (!started) {
                turn.release();
            }
        }
        return result;
    }

    private void run(BuildWatch watch, Function<BuildWatch, Compilation> build, CompletableFuture<Compilation> result) {
        try {
            result.complete(build.apply(watch));
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        } finally {
            leftAlone = null;
            turn.release();
        }
    }

    private static void awaitEnd(String pack, CompletableFuture<Compilation> result) throws InterruptedException {
        try {
            result.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException stopped) {
            // As it was told to.
        } catch (TimeoutException e) {
            LOG.error("the build of {} does not stop; no pack can be built before it ends", pack);
        }
    }

    private static Compilation failed(String pack, @Nullable Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return refused(
                    pack,
                    "budget-build-memory",
                    "compiling the pack takes more memory than the host has",
                    "split the pack, or give the host more memory");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("the build of " + pack + " failed", cause);
    }

    private static Compilation refused(String pack, String code, String what, String mend) {
        return new Compilation(List.of(PackProblem.inFile(code, pack, what, mend)), null);
    }
}
