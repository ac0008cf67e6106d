package org.riderrules.engine.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.error.RolloutStateException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.PackReader;
import org.riderrules.engine.pack.PackReading;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the packs of an engine when those in a directory change, in the way of {@link
 * ManagedRulesEngine#replacePacks}: built beside, tried on their own cases, swapped. Packs that are refused stay out, those
 * in force stay in; the engine tells its rollout listeners and the log, once for each state of the directory.
 *
 * <p>The directory is read whole, and loaded only when two looks with the settling time between them saw the same bytes;
 * then exactly these bytes are loaded. A copy that pauses for longer than that can still be seen half done. A signed pack
 * is refused then, whatever is missing; for unsigned ones copy to a directory beside and switch a link, in one step.
 *
 * <p>What was in force when the watch started is not loaded again. A roll back stands until the directory changes. While
 * packs are on trial the directory waits until the trial has ended. Runs on a daemon thread of its own; thread-safe.
 */
public final class DirectoryWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);

    private final ManagedRulesEngine engine;
    private final PackSource source;
    private final Trust trust;
    private final Duration settle;
    private final Duration poll;
    private final Wakeups wakeups;
    private final Thread thread;
    private @Nullable String tried;
    private @Nullable String pending;
    private boolean waitsForTrial;

    private DirectoryWatch(Builder builder) {
        this.engine = builder.engine;
        this.source = PackSources.directory(builder.directory);
        this.trust = builder.trust;
        this.settle = builder.settle;
        this.poll = builder.poll;
        this.wakeups = new Wakeups(builder.directory);
        this.thread = new Thread(this::run, "rider-rules watch of " + builder.directory);
        thread.setDaemon(true);
    }

    /**
     * A watch that is not started yet.
     *
     * @param directory holds {@code <topic>/v<N>/pack.json}; may be a link, and need not exist yet
     * @param trust why its files may be believed, each time
     */
    public static Builder of(ManagedRulesEngine engine, Path directory, Trust trust) {
        return new Builder(engine, directory, trust);
    }

    private void run() {
        try {
            boolean open = true;
            while (open) {
                boolean settling = look();
                open = settling ? wakeups.pause(settle) : wakeups.changeWithin(poll);
            }
        } catch (InterruptedException e) {
            LOG.warn("the watch of {} was interrupted and has ended", source.name());
        }
    }

    /** Looks once, and loads what has settled; whether something changed and must be looked at again soon. */
    boolean look() {
        Seen seen = Seen.at(source);
        if (seen.digest().equals(tried)) {
            pending = null;
            return false;
        }
        if (!seen.digest().equals(pending)) {
            pending = seen.digest();
            return true;
        }
        if (tried == null && isInForce(seen) || triedToReplace(seen)) {
            tried = seen.digest();
            pending = null;
        }
        return false;
    }

    private boolean isInForce(Seen seen) {
        PackReading read = PackReader.read(seen);
        Set<String> inDirectory = read.packs().stream().map(Pack::digest).collect(Collectors.toSet());
        Set<String> inForce = engine.packs().stream().map(PackInfo::digest).collect(Collectors.toSet());
        return read.problems().isEmpty() && inDirectory.equals(inForce);
    }

    /** False when other packs are on trial: then it is tried again. */
    private boolean triedToReplace(Seen seen) {
        if (engine.trial() != null) {
            if (!waitsForTrial) {
                LOG.warn(
                        "the packs of {} have changed and wait until those on trial are promoted or abandoned",
                        seen.name());
            }
            waitsForTrial = true;
            return false;
        }
        waitsForTrial = false;
        try {
            engine.replacePacks(seen, trust);
        } catch (RolloutStateException onTrialMeanwhile) {
            return false;
        } catch (RiderRulesException refused) {
            LOG.debug("told by the engine already", refused);
        } catch (RuntimeException | Error failure) {
            // Whatever it is, it must not end the watch in silence.
            LOG.error("replacing by the packs of {} failed, those in force stay", seen.name(), failure);
        }
        return true;
    }

    /**
     * Ends the watch. Returns when a replacement that is under way has ended; afterwards this watch replaces nothing.
     * Closing twice does nothing.
     */
    @Override
    public void close() {
        wakeups.close();
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a watch; not thread-safe. */
    public static final class Builder {
        private static final String TYPE = "DirectoryWatch";
        private static final Duration LEAST = Duration.ofMillis(10);
        private static final Duration MOST = Duration.ofHours(1);

        private final ManagedRulesEngine engine;
        private final Path directory;
        private final Trust trust;
        private Duration settle = Duration.ofSeconds(2);
        private Duration poll = Duration.ofSeconds(10);

        private Builder(ManagedRulesEngine engine, Path directory, Trust trust) {
            this.engine = Require.present(TYPE, "engine", engine);
            this.directory = Require.present(TYPE, "directory", directory);
            this.trust = Require.present(TYPE, "trust", trust);
        }

        /**
         * Sets for how long nothing may change before the packs are loaded, PT0.01S to PT1H. Default: PT2S. Measured by
         * waiting, not by a clock: setting the clock of the machine does not matter.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder settle(Duration time) {
            this.settle = inRange("settle", time);
            return this;
        }

        /**
         * Sets how often the directory is looked at when the file system tells no change, PT0.01S to PT1H. Default:
         * PT10S.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder poll(Duration time) {
            this.poll = inRange("poll", time);
            return this;
        }

        private static Duration inRange(String field, Duration time) {
            Require.upTo(TYPE, field, time, MOST);
            if (time.compareTo(LEAST) < 0) {
                throw new InvalidValueException(TYPE, field, time.toString(), LEAST + " to " + MOST);
            }
            return time;
        }

        /** Starts looking, on a daemon thread. */
        public DirectoryWatch start() {
            DirectoryWatch watch = build();
            watch.thread.start();
            return watch;
        }

        /** Looks only when told to. */
        DirectoryWatch build() {
            return new DirectoryWatch(this);
        }
    }
}
