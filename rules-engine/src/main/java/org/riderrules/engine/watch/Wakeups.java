package org.riderrules.engine.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until it is worth looking again. Events of the file system make a wait shorter and nothing else: they may be lost,
 * or not come at all (network file systems, a link that is switched), and then the wait ends by itself.
 */
final class Wakeups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);

    private final Path directory;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable WatchService events;

    Wakeups(Path directory) {
        this.directory = directory;
        try {
            events = directory.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            withoutEvents(e);
        }
    }

    /** Waits for a change, this long at most; false when closed. */
    boolean changeWithin(Duration most) throws InterruptedException {
        WatchService service = events;
        if (service == null) {
            return pause(most);
        }
        try {
            register(service);
            WatchKey key = service.poll(most.toNanos(), TimeUnit.NANOSECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll();
            }
        } catch (ClosedWatchServiceException e) {
            return false;
        } catch (IOException e) {
            withoutEvents(e);
            return pause(most);
        }
        return closed.getCount() > 0;
    }

    /** Waits this long, whatever happens; false when closed. */
    boolean pause(Duration time) throws InterruptedException {
        return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Folders come and go, so all of them are registered each time; one that is registered already stays so. */
    private void register(WatchService service) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Files.walkFileTree(directory.toRealPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void withoutEvents(Exception why) {
        LOG.info(
                "{} is looked at from time to time only, the file system tells no changes: {}",
                directory,
                why.toString());
        closeEvents();
        events = null;
    }

    private void closeEvents() {
        WatchService service = events;
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.debug("closing a watch service failed", e);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        closeEvents();
    }
}
