package org.riderrules.engine.trust;

import org.riderrules.api.error.PackProblem;

/** One document is not what it must be; what depends on it cannot be looked at any more. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PackProblem problem;

    RefusedException(String code, String file, String what, String mend) {
        this(PackProblem.inFile(code, file, what, mend));
    }

    RefusedException(PackProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    PackProblem problem() {
        return problem;
    }
}
