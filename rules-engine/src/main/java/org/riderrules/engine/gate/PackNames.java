package org.riderrules.engine.gate;

import java.util.Set;

/**
 * The names a pack gives to classes; all others are the generator's.
 *
 * @param packageName its one package
 * @param declaredTypes the simple names of the types it declares
 */
public record PackNames(String packageName, Set<String> declaredTypes) {

    /** Copies {@code declaredTypes}. */
    public PackNames {
        declaredTypes = Set.copyOf(declaredTypes);
    }
}
