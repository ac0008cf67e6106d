package org.riderrules.engine.drools;

/** Tells a problem at an offset of the rule that is being read. */
@FunctionalInterface
interface Teller {

    /** Tells it. */
    void tell(String code, int offset, String what, String mend);
}
