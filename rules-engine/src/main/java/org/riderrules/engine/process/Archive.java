package org.riderrules.engine.process;

import java.util.List;
import org.riderrules.api.DecisionRequest;

/** What is recorded about riders, and the way to decide again on the record. Thread-safe. */
interface Archive extends Journal {

    /**
     * All that is recorded about a rider, opened.
     *
     * @throws org.riderrules.api.error.DueProcessException when parts of it were erased
     */
    History history(String riderId);

    /**
     * Decides again through the engine, which records the call as one made to replace these decisions.
     *
     * @param supersedes the ids of the decisions it is made to replace, at least one
     */
    RecordedCall decideAgain(DecisionRequest corrected, List<String> supersedes);
}
