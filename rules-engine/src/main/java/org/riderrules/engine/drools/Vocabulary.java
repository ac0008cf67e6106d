package org.riderrules.engine.drools;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a pack may talk about: the types of the host and of the engine. Value types such as {@code Rate} and the enums
 * need no entry; a name resolves when a class of that name stands in the package of one of these types.
 *
 * @param factTypes what a host hands in; rules read these and never insert them
 * @param outcomeTypes what rules insert at the end; readable, too
 * @param contextTypes what the engine adds to a request, such as the effective day; read like facts
 * @param allowedOutcome whether the pack at hand may insert this outcome type
 * @param owner the topic an outcome type belongs to, in the author's words
 */
public record Vocabulary(
        Set<Class<?>> factTypes,
        Set<Class<?>> outcomeTypes,
        Set<Class<?>> contextTypes,
        Predicate<Class<?>> allowedOutcome,
        Function<Class<?>, String> owner) {

    /** Copies the sets. */
    public Vocabulary {
        factTypes = Set.copyOf(factTypes);
        outcomeTypes = Set.copyOf(outcomeTypes);
        contextTypes = Set.copyOf(contextTypes);
    }

    /** All types a pattern may name, beside those the pack declares. */
    Set<Class<?>> patternTypes() {
        Set<Class<?>> all = new LinkedHashSet<>(factTypes);
        all.addAll(contextTypes);
        all.addAll(outcomeTypes);
        return all;
    }
}
