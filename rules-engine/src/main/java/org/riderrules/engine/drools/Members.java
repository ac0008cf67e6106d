package org.riderrules.engine.drools;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;
import org.riderrules.engine.language.ListedType;

/** Looks up fields, accessors, methods and constants of types, and tells those that do not exist. */
final class Members {
    private final TypeBook book;
    private final Teller teller;

    Members(TypeBook book, Teller teller) {
        this.book = book;
        this.teller = teller;
    }

    /** A field of a fact. */
    Value field(TypeRef type, String field, int offset) {
        if (type.kind() == TypeRef.Kind.UNKNOWN) {
            return Value.UNKNOWN;
        }
        if (!book.hasField(type, field)) {
            unknownField(type.name(), field, offset, book.fields(type));
            return Value.UNKNOWN;
        }
        return new Value(book.fieldType(type, field), Set.of(new Scope.Origin(type, field)), null, true);
    }

    private void unknownField(String type, String field, int offset, Set<String> known) {
        teller.tell("unknown-field", offset, type + " has no field \"" + field + "\"", Suggestion.among(field, known));
    }

    /** {@code onTimeRate.total}: a property of a field's value. */
    Value property(Value from, String name, int offset) {
        Class<?> type = from.type();
        if (type == null) {
            return unknownType(from, name, offset);
        }
        Map<String, ListedMember> known = HostFields.of(type);
        ListedMember found = known.get(name);
        if (found == null) {
            unknownField(type.getSimpleName(), name, offset, known.keySet());
            return Value.UNKNOWN;
        }
        return Value.computed(TypeBook.boxed(found.result()), from.origins());
    }

    /** {@code $w.completedOrders()}: a field of a fact, read by its method. */
    Value accessor(TypeRef fact, Expression.Call call) {
        String field = HostFields.fieldName(call.name());
        Class<?> host = fact.hostClass();
        String known = host != null && HostFields.of(host).containsKey(call.name()) ? call.name() : field;
        if (fact.kind() != TypeRef.Kind.UNKNOWN
                && book.hasField(fact, known)
                && !book.accessor(fact, known).equals(call.name())) {
            teller.tell(
                    "unknown-method",
                    call.nameOffset(),
                    fact.name() + " has no method " + call.name(),
                    "write " + book.accessor(fact, known) + "()");
            return Value.UNKNOWN;
        }
        return field(fact, known, call.nameOffset());
    }

    /** Tells that a field cannot be read like this on the right-hand side, which is plain Java. */
    void needsCall(Expression.Access access, @Nullable TypeRef fact) {
        String call =
                fact != null && book.hasField(fact, access.name()) ? book.accessor(fact, access.name()) : access.name();
        teller.tell(
                "field-in-insert",
                access.nameOffset(),
                "the field " + access.name() + " cannot be read like this on the right-hand side",
                "bind it in its pattern and hand on the name, or call " + call + "()");
    }

    /** {@code ViolationSeverity.MINOR}: a constant of a type. */
    Value constant(Expression.Name typeName, Expression.Access access) {
        Class<?> type = named(typeName);
        if (type == null) {
            return Value.UNKNOWN;
        }
        Class<?> found = ValueTypes.ofConstant(type, access.name());
        if (found == null) {
            List<String> constants = ValueTypes.constants(type);
            teller.tell(
                    "unknown-constant",
                    access.nameOffset(),
                    type.getSimpleName() + " has no constant \"" + access.name() + "\"",
                    Suggestion.among(access.name(), constants));
        }
        return Value.constant(found);
    }

    /** {@code Rate.of(1, 2)}: a method of a type. */
    Value staticCall(Expression.Name typeName, Expression.Call call, List<Value> arguments) {
        Class<?> type = named(typeName);
        return type == null ? Value.UNKNOWN : result(type, call, ListedMember.Kind.STATIC_METHOD, arguments, Set.of());
    }

    private @Nullable Class<?> named(Expression.Name name) {
        Class<?> type = book.valueType(name.name());
        if (type == null) {
            teller.tell(
                    "unknown-type",
                    name.offset(),
                    "there is no type " + name.name(),
                    "write the name of a type of the vocabulary, or import it");
        }
        return type;
    }

    /** {@code $day.plusDays( 3 )}: a method of a value. */
    Value method(Value from, Expression.Call call, List<Value> arguments) {
        Class<?> type = from.type();
        return type == null
                ? unknownType(from, call.name(), call.nameOffset())
                : result(type, call, ListedMember.Kind.METHOD, arguments, from.origins());
    }

    /** What is not known to be of a listed type has no members. */
    private Value unknownType(Value from, String name, int offset) {
        if (from != Value.UNKNOWN) {
            teller.tell(
                    "member-not-allowed",
                    offset,
                    "it is not known what " + name + " is called on",
                    "bind a field of a listed type and call methods of the bound name");
        }
        return Value.UNKNOWN;
    }

    private Value result(
            Class<?> type,
            Expression.Call call,
            ListedMember.Kind kind,
            List<Value> arguments,
            Set<Scope.Origin> from) {
        ListedType listed = Language.standard().type(type);
        List<ListedMember> members = listed == null ? List.of() : listed.members(kind);
        List<ListedMember> found = members.stream()
                .filter(member -> member.name().equals(call.name())
                        && member.parameters().size() == call.arguments().size())
                .toList();
        if (found.isEmpty()) {
            notListed(type, call, members);
            return Value.UNKNOWN;
        }
        // As Java does: of max( int, int ) and max( long, long ) the first that takes the values.
        ListedMember called = found.stream()
                .filter(member -> takes(member, arguments))
                .findFirst()
                .orElse(found.get(found.size() - 1));
        Set<Scope.Origin> origins = new HashSet<>(from);
        arguments.forEach(argument -> origins.addAll(argument.origins()));
        return Value.computed(TypeBook.boxed(called.result()), origins);
    }

    private static boolean takes(ListedMember member, List<Value> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Class<?> given = arguments.get(i).type();
            Class<?> wanted = TypeBook.boxed(member.parameters().get(i));
            boolean wider = Long.class.equals(wanted) && Integer.class.equals(given);
            if (given != null && !wanted.isAssignableFrom(given) && !wider) {
                return false;
            }
        }
        return true;
    }

    private void notListed(Class<?> type, Expression.Call call, List<ListedMember> members) {
        boolean exists = Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(call.name()));
        Set<String> names = members.stream().map(ListedMember::name).collect(Collectors.toCollection(TreeSet::new));
        String written = members.stream().map(ListedMember::written).distinct().collect(Collectors.joining(", "));
        if (exists) {
            teller.tell(
                    "member-not-allowed",
                    call.nameOffset(),
                    type.getSimpleName() + "." + call.name() + " with "
                            + call.arguments().size() + " values is not part of the language",
                    written.isEmpty() ? "compare the value itself" : "of " + type.getSimpleName() + " call " + written);
        } else {
            teller.tell(
                    "unknown-method",
                    call.nameOffset(),
                    type.getSimpleName() + " has no method " + call.name(),
                    Suggestion.orElse(
                            call.name(), names, "call a method that " + type.getSimpleName() + " has: " + written));
        }
    }
}
