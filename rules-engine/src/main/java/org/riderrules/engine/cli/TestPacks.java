package org.riderrules.engine.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.riderrules.api.RulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.check.CaseResult;
import org.riderrules.engine.check.CaseRunner;
import org.riderrules.engine.check.PackCases;
import org.riderrules.engine.trust.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rules test}: runs every case of the packs in a folder. */
@Command(
        name = "test",
        description = "Runs the cases of the packs in a folder; of each failing one it tells the sentence, the "
                + "differences, and how the decision came about.")
final class TestPacks implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PackFolder folder = new PackFolder();

    TestPacks(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RulesEngine engine = RulesEngines.create(folder.source(), Trust.directoryForDevelopment());
        List<PackCases.PackCase> cases = PackCases.of(folder.source()).cases();
        List<CaseResult> failed = new ArrayList<>();
        for (PackCases.PackCase each : cases) {
            CaseResult result = CaseRunner.run(engine, each.topic(), each.example());
            if (!result.passed()) {
                failed.add(result);
            }
        }
        for (CaseResult result : failed) {
            console.out().println(result);
            result.trace().lines().forEach(line -> console.out().println("    " + line));
        }
        console.out().println(cases.size() + " cases, " + failed.size() + " failed");
        return failed.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
}
