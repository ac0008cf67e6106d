package org.riderrules.engine.process;

import java.util.List;
import org.riderrules.api.process.ProcessEvent;

/** Where the steps of due process are kept, in order and for good: the audit trail. Thread-safe. */
interface Journal {

    /**
     * Keeps a step, durably before this returns.
     *
     * @throws org.riderrules.api.error.NotRecordedException when it could not be kept; it then did not happen
     */
    void append(ProcessEvent event);

    /** All steps that are about a decision, in order. */
    List<ProcessEvent> about(String decision);
}
