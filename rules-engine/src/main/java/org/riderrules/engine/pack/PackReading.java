package org.riderrules.engine.pack;

import java.util.List;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;

/**
 * What came of reading a pack source. Immutable, thread-safe.
 *
 * @param source how the source names itself
 * @param packs every version that was read without a problem, by name and version
 * @param problems every problem, by place; nothing may be loaded unless it is empty
 */
public record PackReading(String source, List<Pack> packs, List<PackProblem> problems) {

    /** Copies the lists and sorts the problems. */
    public PackReading {
        packs = List.copyOf(packs);
        problems = problems.stream().sorted().toList();
    }

    /**
     * The packs.
     *
     * @throws PackProblemsException with every problem, when there was one
     */
    public List<Pack> packsOrThrow() {
        if (!problems.isEmpty()) {
            throw new PackProblemsException(source, problems);
        }
        return packs;
    }
}
