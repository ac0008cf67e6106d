package org.riderrules.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.check.CaseResult;
import org.riderrules.engine.check.CaseRunner;
import org.riderrules.engine.check.MissingYamlReaderException;
import org.riderrules.engine.check.PackCases;
import org.riderrules.engine.pack.Pack;

/** Tries packs on the cases that stand in their own folders, before they decide about anybody. */
final class OwnCases {
    private OwnCases() {}

    /**
     * Runs every case.
     *
     * @param source how the pack source names itself
     * @return how many cases there were; all passed
     * @throws PackProblemsException with every case that failed or cannot be read
     */
    static int run(String source, CatalogueEngine engine) {
        List<Pack> packs = engine.catalogue().timeline().packs();
        List<PackProblem> problems = new ArrayList<>();
        PackCases cases = read(source, packs, problems);
        // A case that names what is not there fails too, and need not be told twice.
        Set<String> told = problems.stream().map(PackProblem::where).collect(Collectors.toSet());
        for (PackCases.PackCase each : cases.cases()) {
            if (told.contains(each.example().where())) {
                continue;
            }
            CaseResult result = CaseRunner.run(engine, each.topic(), each.example());
            if (!result.passed()) {
                problems.add(failed(each, result));
            }
        }
        if (!problems.isEmpty()) {
            throw new PackProblemsException(source, problems);
        }
        return cases.cases().size();
    }

    /** From the files the packs were made of: reading the source again could give others. */
    private static PackCases read(String source, List<Pack> packs, List<PackProblem> problems) {
        List<PackFile> files = new ArrayList<>();
        packs.forEach(pack -> files.addAll(pack.cases()));
        String first = files.isEmpty() ? "" : files.get(0).path();
        packs.forEach(pack -> files.addAll(pack.rules()));
        try {
            return PackCases.read(files, problems);
        } catch (MissingYamlReaderException e) {
            throw new PackProblemsException(
                    source,
                    List.of(PackProblem.inFile(
                            "cases-need-yaml",
                            first,
                            "the cases cannot be run, because nothing here reads YAML",
                            "add " + MissingYamlReaderException.DEPENDENCY
                                    + " to the class path, or say RulesEngines.builder().cases(Cases.NEVER)")));
        }
    }

    private static PackProblem failed(PackCases.PackCase each, CaseResult result) {
        return PackProblem.at(
                "case-failed",
                each.example().file(),
                each.example().line(),
                0,
                "the case \"" + each.example().name() + "\" of " + each.topic() + " v" + each.version()
                        + " comes out otherwise: " + String.join("; ", result.differences()),
                "mend the rules or the tables; or, if this is what the policy says now, the case");
    }
}
