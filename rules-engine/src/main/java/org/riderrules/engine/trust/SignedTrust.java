package org.riderrules.engine.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.PackApproval;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.SourceFiles;

/** Believes what trusted keys have signed and what is not older than what was in force. Immutable, thread-safe. */
record SignedTrust(TrustedKeys keys, ReleaseLedger ledger) implements Trust {

    @Override
    public Admission admit(PackSource source, Clock clock) {
        SourceFiles files = SourceFiles.of(source);
        Instant now = clock.instant();
        List<PackProblem> problems = new ArrayList<>();
        files.outside()
                .forEach(file -> problems.add(PackProblem.inFile(
                        "trust-file-outside",
                        file.path(),
                        "the file is in no version of a pack, so that nothing signed accounts for it",
                        "delete it; packs are <topic>/v<N>/, and only README.md and CHANGELOG.md may stand above")));
        SortedMap<String, Release> releases = new TreeMap<>();
        SortedMap<String, PackApproval> approvals = new TreeMap<>();
        files.versions().forEach((folder, content) -> {
            SignedVersion.Verified verified = new SignedVersion(folder, content).verify(keys, now, problems);
            if (verified != null) {
                releases.put(folder, verified.release());
                approvals.put(folder, verified.approval());
            }
        });
        if (!problems.isEmpty()) {
            throw new PackProblemsException(files.source(), problems);
        }
        Rollback rollback = new Rollback(files.source(), ledger.name(), releases);
        rollback.raised(ledger.releases());
        return new Admission(files, approvals, () -> ledger.update(rollback::raised));
    }
}
