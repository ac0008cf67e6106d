package org.riderrules.engine.drools;

/**
 * Gate 2: looks at the bytes of every generated class before it is loaded. Classes of declared types come one by one
 * while code is generated, because Drools initialises them then; all others come after compilation.
 */
@FunctionalInterface
interface ClassGate {

    /** Accepts everything. */
    ClassGate OPEN = (name, bytes, problems) -> {};

    /** Tells what is not allowed; anything told here keeps the class from being loaded. */
    void check(String name, byte[] bytes, Problems problems);
}
