package org.riderrules.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Four threads that do one thing again and again until closed; the first thing that fails in one of them fails the test. */
final class Load implements AutoCloseable {
    static final int THREADS = 4;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final List<Future<Long>> running = new ArrayList<>();
    private volatile boolean stop;

    /** @param call what is done; given the number of the thread and of the call */
    Load(Call call) {
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            Callable<Long> again = () -> {
                long calls = 0;
                while (!stop) {
                    call.make(number, calls++);
                    // Thousands of calls a second from each thread, and room for the compiler on a machine of two
                    // cores.
                    LockSupport.parkNanos(100_000);
                }
                return calls;
            };
            running.add(pool.submit(again));
        }
    }

    /** One call and what must be true of its answer. */
    @FunctionalInterface
    interface Call {
        void make(int thread, long number) throws Exception;
    }

    /** Fails at once when a call has failed, so that no test goes on with less load than it says. */
    void check() throws InterruptedException, ExecutionException {
        for (Future<Long> each : running) {
            if (each.isDone()) {
                each.get();
            }
        }
    }

    /** Ends the load; how many calls each thread made. */
    List<Long> end() throws InterruptedException, ExecutionException, TimeoutException {
        stop = true;
        List<Long> calls = new ArrayList<>();
        for (Future<Long> each : running) {
            calls.add(each.get(60, TimeUnit.SECONDS));
        }
        return calls;
    }

    @Override
    public void close() {
        stop = true;
        pool.shutdownNow();
    }
}
