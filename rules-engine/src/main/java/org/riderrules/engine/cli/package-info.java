/**
 * The command line {@code rules}: what authors, operations and auditors do with packs and records outside a host. Each
 * subcommand is one class that reads its options, calls the engine and prints; it decides nothing itself. Exit codes
 * are those of {@link org.riderrules.engine.cli.ExitCode}. Needs picocli, which a host that embeds the engine does not.
 */
@NullMarked
package org.riderrules.engine.cli;

import org.jspecify.annotations.NullMarked;
