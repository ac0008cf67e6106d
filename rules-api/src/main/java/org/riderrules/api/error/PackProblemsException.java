package org.riderrules.api.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Packs that were not loaded, with every problem found in them. Nothing of them is in force. */
public final class PackProblemsException extends RiderRulesException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<PackProblem> problems;

    /**
     * @param source the pack source, as it names itself
     * @param problems at least one problem; sorted by place here
     */
    public PackProblemsException(String source, List<PackProblem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in " + source
                + ", nothing loaded:\n"
                + problems.stream().sorted().map(PackProblem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    /** Every problem, by file, line and column. Empty after Java deserialisation; the message then still has them. */
    public List<PackProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
