package org.riderrules.engine.trust;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.PackApproval;
import org.riderrules.api.PackApproval.Basis;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.engine.pack.SourceFiles;

/** Files that may be believed, and why. Immutable, thread-safe. */
public final class Admission {
    private final SourceFiles files;
    private final SortedMap<String, PackApproval> approvals;
    private final Runnable inForce;

    /** @param inForce what has to be remembered once the files are in force */
    Admission(SourceFiles files, SortedMap<String, PackApproval> approvals, Runnable inForce) {
        this.files = files;
        this.approvals = Collections.unmodifiableSortedMap(new TreeMap<>(approvals));
        this.inForce = inForce;
    }

    /** Every version on the same ground, and nothing to remember. */
    static Admission of(SourceFiles files, Basis basis) {
        SortedMap<String, PackApproval> approvals = new TreeMap<>();
        files.versions().keySet().forEach(folder -> approvals.put(folder, new PackApproval(basis, 0, List.of())));
        return new Admission(files, approvals, () -> {});
    }

    /** The files that were checked: read these, not the source again. */
    public SourceFiles files() {
        return files;
    }

    /** By whose approval each version may be loaded, by its folder, for instance {@code tiering/v2}. */
    public SortedMap<String, PackApproval> approvals() {
        return approvals;
    }

    /** The approval of one version. */
    public PackApproval approval(String folder) {
        return Objects.requireNonNull(approvals.get(folder), "every version that was read was admitted");
    }

    /**
     * Remembers these releases as those in force, so that no older ones are admitted from now on. To be called when the
     * packs have loaded without a problem, before the first decision on them.
     *
     * @throws PackProblemsException when newer ones have come into force meanwhile, or the ledger cannot be written;
     *     then these must not come into force
     */
    public void enterIntoForce() {
        inForce.run();
    }
}
