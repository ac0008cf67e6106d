package org.riderrules.engine.drools;

import java.util.SortedMap;

/**
 * Gate 2: looks at the bytes of every generated class before it is loaded. Classes of declared types come one by one
 * while code is generated, because Drools initialises them then; all come together after compilation. It can be asked
 * about classes that were compiled elsewhere, too.
 */
@FunctionalInterface
interface ClassGate {

    /**
     * Tells what is not allowed, where the author wrote it; anything told here keeps the classes from being loaded.
     *
     * @param pack what the classes were made from
     * @param classes name, with dots, to bytes
     */
    void check(ParsedPack pack, SortedMap<String, byte[]> classes, Problems problems);
}
