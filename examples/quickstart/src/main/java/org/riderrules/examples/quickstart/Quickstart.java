package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Decides every topic of the catalogue for every rider in a file, and shows what came out and why. */
public final class Quickstart {
    private static final int ALL_DECIDED = 0;
    private static final int SOME_NOT = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<TopicEngine> engines;

    /**
     * @param out where results go
     * @param err where progress and problems go
     * @param engines loads the packs, when all else is known to be right
     */
    Quickstart(PrintStream out, PrintStream err, Supplier<TopicEngine> engines) {
        this.out = out;
        this.err = err;
        this.engines = engines;
    }

    /**
     * Exits with 0 when all were decided, 1 when some rows could not be read or some riders not be decided, 2 when the
     * usage was wrong.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) throws IOException {
        int code = new Quickstart(System.out, System.err, TopicEngine::new).run(args);
        if (code != ALL_DECIDED) {
            System.exit(code);
        }
    }

    /** Runs with the arguments of a command line and returns the exit code. */
    int run(String... args) throws IOException {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return ALL_DECIDED;
            }
            return run(options).isComplete() ? ALL_DECIDED : SOME_NOT;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return WRONG_USAGE;
        }
    }

    /** @throws UsageException when a file is not there, is no file of facts, or would be overwritten */
    Tally run(Options options) throws IOException {
        Input input = Input.of(options.facts());
        FactsFormat format = FactsFormat.of(input);
        err.println("Loading the packs ...");
        TopicEngine engine = engines.get();
        Tally tally = new Tally();
        Spotlight spotlight = new Spotlight(options.rider(), options.topic());
        try (Writer decisions = writer(options);
                Progress progress = new Progress(err)) {
            Row.Sink decideEach = new DecideEach(engine, decisions, tally, spotlight, progress, err);
            format.read(input, options.asOf(), engine.topics(), decideEach);
        }
        spotlight.print(out);
        new Report(out).print(input.name(), tally);
        out.printf("%nAll decisions are in %s%n", options.out());
        return tally;
    }

    private static Writer writer(Options options) throws IOException {
        Path file = options.out().toAbsolutePath();
        Path facts = options.facts();
        if (facts != null && Files.exists(file) && Files.isSameFile(file, facts)) {
            throw new UsageException("--out is " + options.out() + "; that is the file of facts, which stays as it is");
        }
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.newBufferedWriter(file);
        } catch (FileSystemException e) {
            throw new UsageException("--out is " + options.out() + "; nothing can be written there: " + e);
        }
    }
}
