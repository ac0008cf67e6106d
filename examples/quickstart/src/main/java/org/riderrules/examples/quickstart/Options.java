package org.riderrules.examples.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Topic;

/**
 * What the command line asks for.
 *
 * @param facts the file of facts; null = the sample that comes with the example
 * @param out where the decisions are written
 * @param rider whose decisions are printed; null = the first rider with a tier
 * @param topic which of them is explained down to facts and rows
 * @param asOf the effective day for files that name none
 * @param help whether only the usage is wanted
 */
record Options(@Nullable Path facts, Path out, @Nullable String rider, Topic topic, LocalDate asOf, boolean help) {
    static final String USAGE = """
            Decides every topic of the catalogue for every rider in a file.

              --facts PATH   riders' facts, one rider or one delivery a line; default: the sample of the example
              --out PATH     where the decisions go, one a line; default: target/decisions.jsonl
              --rider ID     whose decisions are printed; default: the first rider with a tier
              --topic NAME   which of them is explained down to facts and rows; default: tiering
              --as-of DAY    the effective day for files that name none; default: 2026-11-01
              --help         this text

            Exit code: 0 all decided; 1 some rows could not be read or some riders not be decided; 2 wrong usage.
            """;

    private static final Options DEFAULTS = new Options(
            null, Path.of("target", "decisions.jsonl"), null, Topic.TIERING, LocalDate.of(2026, 11, 1), false);

    /** @throws UsageException when an option is unknown, has no value, or a value that is not allowed */
    static Options parse(String... args) {
        Options options = DEFAULTS;
        for (int i = 0; i < args.length; i++) {
            String name = args[i];
            if (name.equals("--help")) {
                return new Options(options.facts, options.out, options.rider, options.topic, options.asOf, true);
            }
            if (!name.matches("--(facts|out|rider|topic|as-of)")) {
                throw new UsageException("there is no option " + name + "\n\n" + USAGE);
            }
            if (++i == args.length) {
                throw new UsageException(name + " needs a value\n\n" + USAGE);
            }
            options = options.with(name, args[i]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--facts" -> new Options(path(name, value), out, rider, topic, asOf, help);
            case "--out" -> new Options(facts, path(name, value), rider, topic, asOf, help);
            case "--rider" -> new Options(facts, out, value, topic, asOf, help);
            case "--topic" -> new Options(facts, out, rider, topic(name, value), asOf, help);
            default -> new Options(facts, out, rider, topic, day(name, value), help);
        };
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException(name + " is " + value + "; that is no path: " + e.getReason());
        }
    }

    private static Topic topic(String name, String value) {
        try {
            return new Topic(value);
        } catch (InvalidValueException e) {
            throw new UsageException(name + " is " + value + "; allowed: " + e.allowed());
        }
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new UsageException(name + " is " + value + "; write a day as 2026-11-01");
        }
    }
}
