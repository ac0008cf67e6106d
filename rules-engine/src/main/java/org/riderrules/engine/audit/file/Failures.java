package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;

/**
 * Tells what a disk could not do.
 *
 * @param store the store, as it names itself
 * @param directory where its files lie
 */
record Failures(String store, Path directory) {
    /** What Linux, macOS and Windows say when there is no room, in the language of servers. */
    private static final List<String> NO_ROOM =
            List.of("No space left", "quota exceeded", "File too large", "not enough space");

    StoreException of(String what, Exception cause) {
        return of(what, 0, cause);
    }

    /**
     * @param what what could not be done, with the file and the sequence
     * @param needed how many bytes were to be written
     */
    StoreException of(String what, long needed, Exception cause) {
        if (isFull(needed, cause)) {
            return new StoreException(
                    Problem.FULL,
                    store,
                    what + ": no room for " + needed + " bytes more",
                    "make room on the disk of " + directory + " (or raise the quota); nothing has to be repaired",
                    cause);
        }
        if (cause instanceof AccessDeniedException || isReadOnly(cause)) {
            return new StoreException(
                    Problem.UNAVAILABLE,
                    store,
                    what + ": writing is not allowed",
                    "let this process write in " + directory + ", or name another folder",
                    cause);
        }
        return new StoreException(
                Problem.UNAVAILABLE,
                store,
                what + ": " + cause,
                "look at the disk of " + directory + " and its messages in the system's log; what was acknowledged is"
                        + " not touched",
                cause);
    }

    private static boolean isReadOnly(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof ReadOnlyFileSystemException
                || message.contains("Read-only file system")
                || message.contains("Permission denied");
    }

    private boolean isFull(long needed, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        return NO_ROOM.stream().anyMatch(message::contains) || needed > 0 && needed > free();
    }

    private long free() {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    StoreException corrupt(String what, String mend) {
        return new StoreException(Problem.CORRUPT, store, what, mend, null);
    }
}
