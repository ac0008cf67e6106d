package org.riderrules.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.RiderRulesException;

/** Tells a person why a command ended early, and the shell by a number. Holds no state. */
final class Failures {
    private static final Set<String> NOT_READ = Set.of("source-missing", "source-unreadable");

    private Failures() {}

    /** Prints what went wrong; returns the exit code. */
    static int told(Exception failure, PrintWriter err) {
        if (failure instanceof PackProblemsException packs) {
            err.println(packs.getMessage());
            return !packs.problems().isEmpty()
                            && packs.problems().stream().allMatch(problem -> NOT_READ.contains(problem.code()))
                    ? ExitCode.UNREADABLE
                    : ExitCode.REFUSED;
        }
        if (failure instanceof RiderRulesException refused) {
            err.println(refused.getMessage());
            return ExitCode.REFUSED;
        }
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof IOException unread) {
            err.println(said(unread));
            return ExitCode.UNREADABLE;
        }
        err.println("this is an error in the program `rules`; please report it with the lines below");
        failure.printStackTrace(err);
        return ExitCode.INTERNAL;
    }

    /** The JDK's own messages often are no more than the path. */
    private static String said(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return failure.getMessage() + ": there is no such file; correct the path";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return failure.getMessage() + ": it is there already and is not overwritten; choose another name";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getMessage() + ": access is denied; let the account that runs this read and write it";
        }
        if (failure instanceof FileSystemException) {
            return failure.getMessage() + ": it cannot be read or written; correct the path";
        }
        return "cannot read or write: " + failure;
    }
}
