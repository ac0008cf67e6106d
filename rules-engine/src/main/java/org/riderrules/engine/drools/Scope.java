package org.riderrules.engine.drools;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that are bound at some point of a rule. Patterns under a quantifier see the names before, not the reverse. */
final class Scope {
    private final Map<String, Binding> bindings;

    Scope() {
        this.bindings = new LinkedHashMap<>();
    }

    private Scope(Scope outer) {
        this.bindings = new LinkedHashMap<>(outer.bindings);
    }

    /** What a name stands for. */
    sealed interface Binding {}

    /** A whole fact. */
    record OfFact(TypeRef type) implements Binding {}

    /**
     * A value.
     *
     * @param origins the fields it was taken or computed from
     * @param type its Java type, boxed; null when it is not known
     */
    record OfValue(Set<Origin> origins, @Nullable Class<?> type) implements Binding {
        OfValue {
            origins = Set.copyOf(origins);
        }
    }

    /** A field of a type. */
    record Origin(TypeRef type, String field) {}

    /** A scope that sees all names of this one and keeps its own to itself. */
    Scope inner() {
        return new Scope(this);
    }

    /** Binds a name. */
    void bind(String name, Binding binding) {
        bindings.put(name, binding);
    }

    /** What a name stands for; null when it is not bound. */
    @Nullable
    Binding find(String name) {
        return bindings.get(name);
    }

    /** The bound names, in order. */
    Set<String> names() {
        return bindings.keySet();
    }
}
