package org.riderrules.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A type that rules may name, with every member of it that they may use. A member that is not in the list is refused,
 * whatever it does.
 *
 * @param type the type
 * @param group what rules do with it
 * @param members what they may use of it, by name
 */
public record ListedType(Class<?> type, Group group, List<ListedMember> members) {

    /** What rules do with a type. */
    public enum Group {
        /** Asked for by patterns; brought in by the host. */
        FACT,
        /** Asked for by patterns; brought in by the engine. */
        CONTEXT,
        /** Inserted at the end, and asked for by topics that follow. */
        OUTCOME,
        /** The type of a field. */
        VALUE,
        /** The type of a field of a fact, which a declared field cannot have. */
        COLLECTION,
        /** Used through its static methods alone. */
        FUNCTIONS
    }

    /** Sorts {@code members}. */
    public ListedType {
        members = members.stream()
                .sorted(Comparator.comparing(ListedMember::kind)
                        .thenComparing(ListedMember::name)
                        .thenComparing(ListedMember::written))
                .toList();
    }

    /** Starts the list of a type. */
    static Builder of(Class<?> type, Group group) {
        return new Builder(type, group);
    }

    /** Members of one kind. */
    public List<ListedMember> members(ListedMember.Kind kind) {
        return members.stream().filter(member -> member.kind() == kind).toList();
    }

    /** The methods that are called on a value, with this name and number of parameters. */
    public List<ListedMember> methods(ListedMember.Kind kind, String name, int parameters) {
        return members.stream()
                .filter(member -> member.kind() == kind
                        && member.name().equals(name)
                        && member.parameters().size() == parameters)
                .toList();
    }

    /** Collects the members of a type; each must exist, so that a list cannot promise what the JDK does not have. */
    static final class Builder {
        private final Class<?> type;
        private final Group group;
        private final List<ListedMember> members = new ArrayList<>();

        private Builder(Class<?> type, Group group) {
            this.type = type;
            this.group = group;
        }

        Builder method(String name, Class<?>... parameters) {
            return add(ListedMember.Kind.METHOD, name, parameters);
        }

        Builder methods(String... namesWithoutParameters) {
            for (String name : namesWithoutParameters) {
                method(name);
            }
            return this;
        }

        Builder staticMethod(String name, Class<?>... parameters) {
            return add(ListedMember.Kind.STATIC_METHOD, name, parameters);
        }

        private Builder add(ListedMember.Kind kind, String name, Class<?>... parameters) {
            try {
                Class<?> result = type.getMethod(name, parameters).getReturnType();
                members.add(new ListedMember(kind, type, name, result, Arrays.asList(parameters)));
                return this;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("the language lists what is not there", e);
            }
        }

        Builder constants(String... names) {
            for (String name : names) {
                try {
                    Class<?> result = type.getField(name).getType();
                    members.add(new ListedMember(ListedMember.Kind.CONSTANT, type, name, result, List.of()));
                } catch (NoSuchFieldException e) {
                    throw new IllegalStateException("the language lists what is not there", e);
                }
            }
            return this;
        }

        Builder constructor(Class<?>... parameters) {
            members.add(new ListedMember(
                    ListedMember.Kind.CONSTRUCTOR, type, "<init>", void.class, Arrays.asList(parameters)));
            return this;
        }

        ListedType end() {
            return new ListedType(type, group, members);
        }
    }
}
