package org.riderrules.engine.drools;

import java.util.List;

/** Gate 1: looks at what the parser read before anything is generated from it. */
@FunctionalInterface
interface DescriptorGate {

    /** Accepts everything. */
    DescriptorGate OPEN = (files, problems) -> {};

    /** Tells what is not allowed; anything told here stops the pipeline before code is generated. */
    void check(List<ParsedFile> files, Problems problems);
}
