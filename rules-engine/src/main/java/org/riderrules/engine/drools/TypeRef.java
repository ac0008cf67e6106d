package org.riderrules.engine.drools;

import org.jspecify.annotations.Nullable;

/**
 * A type a rule names, resolved.
 *
 * @param name its simple name, as authors write it
 * @param kind what sort of type it is
 * @param hostClass its class; null for a type the pack declares (see {@link CompiledRules#declaredType}) and for an
 *     unknown one
 */
public record TypeRef(String name, Kind kind, @Nullable Class<?> hostClass) {

    /** What sort of type a pattern or an insert names. */
    public enum Kind {
        /** Handed in by the host. */
        FACT,
        /** Added to the request by the engine. */
        CONTEXT,
        /** A result, inserted by rules; of this or of an earlier topic. */
        OUTCOME,
        /** Declared in the pack and filled from the table of the same name. */
        TABLE,
        /** Declared in the pack and inserted by its rules. */
        CONCLUSION,
        /** Not known; only in packs that do not compile. */
        UNKNOWN
    }

    /** Whether the pack declares this type. */
    public boolean declared() {
        return kind == Kind.TABLE || kind == Kind.CONCLUSION;
    }

    /** The name as authors write it. */
    @Override
    public String toString() {
        return name;
    }
}
