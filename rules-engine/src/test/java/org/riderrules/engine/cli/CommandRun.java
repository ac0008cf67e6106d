package org.riderrules.engine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a command line did.
 *
 * @param exitCode what the shell is told
 * @param out what stands on standard output, lines ended by LF
 * @param err what stands on standard error, lines ended by LF
 */
record CommandRun(int exitCode, String out, String err) {
    static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    /** Runs in this JVM, at {@link #NOW}. */
    static CommandRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = RulesCommand.run(
                new Console(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new SecureRandom()),
                args);
        return new CommandRun(
                exitCode, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
