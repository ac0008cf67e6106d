package org.riderrules.engine.invariant;

import java.util.List;

/** Something no pack can override. */
interface Invariant {

    /** What is wrong, one sentence for each breach; empty when nothing is. */
    List<String> breaches(Findings findings);
}
