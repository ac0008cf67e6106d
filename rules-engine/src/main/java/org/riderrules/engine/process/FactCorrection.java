package org.riderrules.engine.process;

import java.util.List;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Fact;

/**
 * What the host knows better now about the facts of one earlier request: a performance window without the order that was
 * held against the rider, say. Must give the same facts for the same request.
 */
@FunctionalInterface
public interface FactCorrection {
    /** For a host that has nothing to correct beyond the violation itself. */
    FactCorrection NONE = DecisionRequest::facts;

    /**
     * The facts as they are known now.
     *
     * @param request the earlier request, in which the violation counts for nothing already
     */
    List<Fact> correct(DecisionRequest request);
}
