package org.riderrules.engine.drools;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
            return Value.computed(null, from.origins());
        }
        Map<String, Method> known = HostFields.of(type);
        Method found = known.get(name);
        if (found == null) {
            unknownField(type.getSimpleName(), name, offset, known.keySet());
        }
        return Value.computed(found == null ? null : TypeBook.boxed(found.getReturnType()), from.origins());
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
    Value staticCall(Expression.Name typeName, Expression.Call call) {
        Class<?> type = named(typeName);
        return type == null ? Value.UNKNOWN : Value.constant(result(type, call));
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

    /** The type of what a method returns; null when it is not known. */
    @Nullable
    Class<?> result(@Nullable Class<?> type, Expression.Call call) {
        if (type == null) {
            return null;
        }
        Set<String> known = new TreeSet<>();
        for (Method method : type.getMethods()) {
            known.add(method.getName());
        }
        if (!known.contains(call.name())) {
            teller.tell(
                    "unknown-method",
                    call.nameOffset(),
                    type.getSimpleName() + " has no method " + call.name(),
                    Suggestion.orElse(call.name(), known, "call a method that " + type.getSimpleName() + " has"));
        }
        return ValueTypes.ofResult(type, call.name(), call.arguments().size());
    }
}
