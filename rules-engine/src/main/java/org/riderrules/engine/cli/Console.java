package org.riderrules.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * All that a command has from the outside besides its arguments and files.
 *
 * @param out results, for people and for pipes
 * @param err problems and progress
 * @param clock the time
 * @param random keys and salts
 */
record Console(PrintWriter out, PrintWriter err, Clock clock, SecureRandom random) {}
