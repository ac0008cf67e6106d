package org.riderrules.engine.trust;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;

/**
 * Remembers which release of each version of a pack has been in force, so that an older one, though signed, is never
 * loaded again. A host keeps one for all its engines that load the same packs, where whoever delivers packs cannot
 * write. Implementations must be safe to call from any thread and, when several processes share one, from all of them.
 */
public interface ReleaseLedger {

    /** How this ledger names itself in messages. */
    String name();

    /**
     * The releases that have been in force by folder, for instance {@code tiering/v2}.
     *
     * @throws PackProblemsException when that is not known for sure; nothing is loaded then
     */
    SortedMap<String, Release> releases();

    /**
     * Replaces the releases by what {@code change} makes of them. Nobody else's update comes between reading and
     * writing, and when this returns the result survives a crash. What {@code change} throws is passed on, and nothing
     * is changed then.
     *
     * @throws PackProblemsException when the result is not kept for sure; nothing comes into force then
     */
    void update(UnaryOperator<SortedMap<String, Release>> change);

    /**
     * A ledger in a file that exists already: see {@link #create}. A file that is missing, torn or changed is refused
     * and not begun anew, because that would forget what was in force.
     */
    static ReleaseLedger file(Path file) {
        return new FileLedger(Require.present("ReleaseLedger", "file", file));
    }

    /**
     * Makes an empty ledger in a new file; once for each host. The command for it is {@code rules new-ledger}.
     *
     * @throws PackProblemsException when the file exists already or cannot be written
     */
    static ReleaseLedger create(Path file) {
        return FileLedger.create(Require.present("ReleaseLedger", "file", file));
    }

    /**
     * A ledger that is forgotten with this process: older releases are refused while it runs, and accepted after a
     * restart. For tools, and for hosts whose packs cannot change between two starts.
     */
    static ReleaseLedger ofThisProcess() {
        return new MemoryLedger();
    }
}
