package org.riderrules.engine.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.EngineVersion;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.check.PackCases;
import org.riderrules.engine.check.ProblemReport;
import org.riderrules.engine.trust.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules check}: everything that is wrong with the packs of a folder, each with its place and how to mend it. */
@Command(
        name = "check",
        description = "Tells all problems of the packs in a folder: file:line:column: code: what, then how to mend it.")
final class Check implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PackFolder folder = new PackFolder();

    @Option(
            names = "--format",
            defaultValue = "TEXT",
            description = "one of ${COMPLETION-CANDIDATES}, in any case; default: ${DEFAULT-VALUE}")
    private ProblemReport.Format format = ProblemReport.Format.TEXT;

    Check(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProblemReport report =
                new ProblemReport(folder.path().toUri(), EngineVersion.CURRENT, problems(folder.source()));
        console.out().print(report.written(format));
        console.out().flush();
        if (report.problems().isEmpty()) {
            return ExitCode.OK;
        }
        console.err()
                .println(
                        report.problems().size() == 1
                                ? "1 problem"
                                : report.problems().size() + " problems");
        return report.problems().stream().allMatch(Failures::notRead) ? ExitCode.UNREADABLE : ExitCode.REFUSED;
    }

    private static List<PackProblem> problems(PackSource source) throws IOException {
        List<PackProblem> problems = new ArrayList<>();
        try {
            RulesEngines.create(source, Trust.directoryForDevelopment());
        } catch (PackProblemsException found) {
            problems.addAll(found.problems());
        }
        if (problems.stream().noneMatch(Failures::notRead)) {
            PackCases.read(source, problems);
        }
        return problems;
    }
}
