package org.riderrules.engine.trust;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.riderrules.api.PackApproval.Basis;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.BuiltInSource;
import org.riderrules.engine.pack.SourceFiles;

/** Compares the files on the class path with the list that the build of their jar wrote. */
enum BuiltInTrust implements Trust {
    INSTANCE;

    @Override
    public Admission admit(PackSource source, Clock clock) {
        if (!(source instanceof BuiltInSource builtIn)) {
            throw refused(
                    source,
                    List.of(PackProblem.inFile(
                            "trust-not-built-in",
                            source.name(),
                            "Trust.builtIn() believes what comes in a jar together with its list of digests, and this"
                                    + " does not",
                            "load RulesCatalog.standard(), or have the packs signed and name Trust.signedBy(...)")));
        }
        PackFile document = builtIn.list();
        SourceFiles files = SourceFiles.of(source);
        List<PackProblem> problems = new ArrayList<>();
        try {
            PackList list = PackList.read(document);
            problems.addAll(new FileComparison(
                            "the list in the jar",
                            "",
                            "take the jar as it was released (in a checkout: mvn clean), and keep packs of your own out of the folder packs/ of"
                                    + " the class path: load them as a source of their own")
                    .problems(list.files(), Digests.of("", files.files())));
        } catch (RefusedException refused) {
            problems.add(refused.problem());
        }
        if (!problems.isEmpty()) {
            throw refused(source, problems);
        }
        return Admission.of(files, Basis.BUILT_IN);
    }

    private static PackProblemsException refused(PackSource source, List<PackProblem> problems) {
        return new PackProblemsException(source.name(), problems);
    }
}
