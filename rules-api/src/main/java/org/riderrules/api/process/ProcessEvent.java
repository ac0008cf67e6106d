package org.riderrules.api.process;

import java.time.Instant;
import java.util.List;
import org.riderrules.api.fact.Personal;

/**
 * One step of due process. Each is an entry of its own in the chain of records: nothing that was written before is
 * changed by it. Immutable, thread-safe.
 */
@Personal
public sealed interface ProcessEvent permits AppealAnswered, AppealFiled, Corrected, ReasonsIssued, Review, TookEffect {

    /** The rider concerned, as the host names him. */
    String riderId();

    /** When it happened, by the host's clock. */
    Instant at();

    /** The ids of the decisions it is about, in the order in which they were decided. */
    List<String> decisions();
}
