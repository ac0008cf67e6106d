package org.riderrules.api.process;

import java.time.Instant;
import java.util.List;

/** What a person decided about a recommendation. Only this makes a recommendation hold. */
public sealed interface Review extends ProcessEvent permits Changed, Confirmed, Rejected {

    /** What was decided about. */
    Subject subject();

    /** Who, when, why, having seen what. */
    Judgement judgement();

    /** Whether the person decided otherwise than was recommended. */
    boolean isOverride();

    /** When the person decided. */
    @Override
    default Instant at() {
        return judgement().decidedAt();
    }

    @Override
    default List<String> decisions() {
        return List.of(subject().decision());
    }
}
