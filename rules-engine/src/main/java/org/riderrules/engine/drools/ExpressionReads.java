package org.riderrules.engine.drools;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which fields an expression reads and what type it has, and tells names that stand for nothing. One instance
 * for one pattern, or for the right-hand side.
 */
final class ExpressionReads {
    private static final Map<String, String> FLIPPED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private final TypeBook book;
    private final Scope scope;
    private final @Nullable TypeRef pattern;
    private final PatternFields own;
    private final SortedSet<FieldRead> reads;
    private final Teller teller;

    /** Tells a problem at an offset of the rule's file. */
    @FunctionalInterface
    interface Teller {
        void tell(String code, int offset, String what, String mend);
    }

    /**
     * @param pattern the type whose fields stand without a binding before them; null outside patterns
     * @param own collects what is done with that type's fields
     * @param reads collects all reads
     */
    ExpressionReads(
            TypeBook book,
            Scope scope,
            @Nullable TypeRef pattern,
            PatternFields own,
            SortedSet<FieldRead> reads,
            Teller teller) {
        this.book = book;
        this.scope = scope;
        this.pattern = pattern;
        this.own = own;
        this.reads = reads;
        this.teller = teller;
    }

    /** What an expression stands for: its type, and the fields it comes from. */
    record Value(
            @Nullable Class<?> type,
            Set<Scope.Origin> origins,
            @Nullable TypeRef fact,
            boolean direct) {
        static final Value UNKNOWN = new Value(null, Set.of(), null, false);

        static Value of(@Nullable Class<?> type) {
            return new Value(type, Set.of(), null, false);
        }
    }

    /** Reads a constraint: a condition, or a bare field that only binds. */
    void constraint(ExpressionParser.Parsed constraint) {
        Expression expression = constraint.expression();
        Expression bound = boundPart(expression);
        if (constraint.binding() == null) {
            condition(expression);
            return;
        }
        if (bound != expression) {
            condition(expression);
        }
        Value value = value(bound, FieldRead.How.BOUND);
        for (Scope.Origin origin : value.origins()) {
            if (value.direct() && isOwn(origin.type())) {
                own.bound(origin.field());
            }
        }
        scope.bind(
                constraint.binding(),
                value.fact() != null
                        ? new Scope.OfFact(value.fact())
                        : new Scope.OfValue(value.origins(), value.type()));
    }

    /** In {@code $x : field >= 3} the name stands for the field, not for the comparison. */
    private static Expression boundPart(Expression expression) {
        if (expression instanceof Expression.Logical logical) {
            return boundPart(logical.parts().get(0));
        }
        if (expression instanceof Expression.Comparison comparison) {
            return boundPart(comparison.left());
        }
        return expression instanceof Expression.Membership membership ? boundPart(membership.left()) : expression;
    }

    private void condition(Expression expression) {
        if (expression instanceof Expression.Logical logical) {
            logical.parts().forEach(this::condition);
        } else if (expression instanceof Expression.Comparison comparison) {
            comparison(comparison);
        } else if (expression instanceof Expression.Membership membership) {
            String operator = membership.negated() ? "not in" : "in";
            Value left = operand(membership.left(), operator);
            for (Expression listed : membership.values()) {
                Value value = operand(listed, "==");
                ComparableTypes.check(left.type(), listed, value.type(), listed.offset(), teller);
            }
        } else if (expression instanceof Expression.Unary unary
                && unary.operator().equals("!")) {
            condition(unary.operand());
        } else {
            // A bare boolean field, such as certified.
            operand(expression, "==");
        }
    }

    private void comparison(Expression.Comparison comparison) {
        boolean equality =
                comparison.operator().equals("==") || comparison.operator().equals("!=");
        if (equality && isNull(comparison.right())) {
            nullTested(comparison.left());
            return;
        }
        if (equality && isNull(comparison.left())) {
            nullTested(comparison.right());
            return;
        }
        Value left = operand(comparison.left(), comparison.operator());
        Value right = operand(comparison.right(), FLIPPED.getOrDefault(comparison.operator(), comparison.operator()));
        if (!comparison.operator().endsWith("contains")
                && !comparison.operator().endsWith("memberOf")) {
            ComparableTypes.check(left.type(), comparison.right(), right.type(), comparison.operatorOffset(), teller);
        }
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.isNull();
    }

    private void nullTested(Expression expression) {
        Value value = value(expression, FieldRead.How.NULL_TESTED);
        for (Scope.Origin origin : value.origins()) {
            if (value.direct() && isOwn(origin.type())) {
                own.nullTested(origin.field());
            }
        }
    }

    private Value operand(Expression expression, String operator) {
        Value value = value(expression, FieldRead.How.COMPARED);
        for (Scope.Origin origin : value.origins()) {
            if (value.direct() && isOwn(origin.type())) {
                own.compared(origin.field(), operator);
            }
        }
        return value;
    }

    private boolean isOwn(TypeRef type) {
        return pattern != null && pattern.name().equals(type.name());
    }

    /** Reads an expression whose value is used as {@code how} says, and tells what stands for nothing. */
    Value value(Expression expression, FieldRead.How how) {
        Value value = read(expression, how);
        if (value.direct() || how != FieldRead.How.COMPARED) {
            value.origins().forEach(origin -> note(origin, how));
        }
        return value;
    }

    private void note(Scope.Origin origin, FieldRead.How how) {
        reads.add(new FieldRead(origin.type().name(), origin.field(), how));
        if (isOwn(origin.type())) {
            own.touched(origin.field());
        }
    }

    private Value read(Expression expression, FieldRead.How how) {
        if (expression instanceof Expression.Literal literal) {
            return Value.of(ComparableTypes.typeOf(literal));
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.Access access) {
            return access(access, how);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, how);
        }
        Set<Scope.Origin> origins = new HashSet<>();
        @Nullable Class<?> type = null;
        for (Expression part : expression.parts()) {
            Value value = value(part, computed(how));
            origins.addAll(value.origins());
            type = type == null ? value.type() : type;
        }
        boolean arithmetic = expression instanceof Expression.Arithmetic || expression instanceof Expression.Unary;
        return new Value(arithmetic ? type : Boolean.class, origins, null, false);
    }

    private static FieldRead.How computed(FieldRead.How how) {
        return how == FieldRead.How.INSERTED ? how : FieldRead.How.COMPUTED;
    }

    private Value name(Expression.Name name) {
        if (name.name().equals("this") && pattern != null) {
            return new Value(pattern.hostClass(), Set.of(), pattern, false);
        }
        Scope.Binding binding = scope.find(name.name());
        if (binding instanceof Scope.OfFact fact) {
            return new Value(fact.type().hostClass(), Set.of(), fact.type(), false);
        }
        if (binding instanceof Scope.OfValue value) {
            return new Value(value.type(), value.origins(), null, true);
        }
        if (pattern != null
                && pattern.kind() != TypeRef.Kind.UNKNOWN
                && !name.name().startsWith("$")) {
            return field(pattern, name.name(), name.offset());
        }
        if (pattern == null || name.name().startsWith("$")) {
            teller.tell(
                    "unknown-binding",
                    name.offset(),
                    "nothing before this place binds " + name.name(),
                    scope.names().isEmpty()
                            ? "bind it in a pattern first, for instance " + name.name() + " : field"
                            : Suggestion.among(name.name(), scope.names()));
        }
        return Value.UNKNOWN;
    }

    private Value field(TypeRef type, String field, int offset) {
        if (type.kind() == TypeRef.Kind.UNKNOWN) {
            return Value.UNKNOWN;
        }
        if (!book.hasField(type, field)) {
            teller.tell(
                    "unknown-field",
                    offset,
                    type.name() + " has no field \"" + field + "\"",
                    Suggestion.among(field, book.fields(type)));
            return Value.UNKNOWN;
        }
        return new Value(book.fieldType(type, field), Set.of(new Scope.Origin(type, field)), null, true);
    }

    private Value access(Expression.Access access, FieldRead.How how) {
        @Nullable Value constant = constant(access);
        if (constant != null) {
            return constant;
        }
        Value scopeValue = value(access.scope(), computed(how));
        if (scopeValue.fact() != null) {
            return field(scopeValue.fact(), access.name(), access.nameOffset());
        }
        return member(scopeValue, access.name(), access.nameOffset());
    }

    /** {@code ViolationSeverity.MINOR}: a constant of a type that is named, not of a field or a binding. */
    private @Nullable Value constant(Expression.Access access) {
        if (!(access.scope() instanceof Expression.Name name)
                || scope.find(name.name()) != null
                || (pattern != null && book.hasField(pattern, name.name()))
                || !Character.isUpperCase(name.name().charAt(0))) {
            return null;
        }
        Class<?> type = book.valueType(name.name());
        if (type == null) {
            teller.tell(
                    "unknown-type",
                    name.offset(),
                    "there is no type " + name.name(),
                    "write the name of a type of the vocabulary, or import it");
            return Value.UNKNOWN;
        }
        if (type.isEnum()) {
            List<String> constants = ComparableTypes.constants(type);
            if (!constants.contains(access.name())) {
                teller.tell(
                        "unknown-constant",
                        access.nameOffset(),
                        type.getSimpleName() + " has no constant \"" + access.name() + "\"",
                        Suggestion.among(access.name(), constants));
            }
        }
        return Value.of(ComparableTypes.constantType(type, access.name()));
    }

    private Value call(Expression.Call call, FieldRead.How how) {
        boolean onType = call.scope() instanceof Expression.Name name
                && scope.find(name.name()) == null
                && (pattern == null || !book.hasField(pattern, name.name()))
                && Character.isUpperCase(name.name().charAt(0));
        if (onType && call.scope() instanceof Expression.Name name) {
            call.arguments().forEach(argument -> value(argument, computed(how)));
            Class<?> type = book.valueType(name.name());
            return Value.of(
                    type == null
                            ? null
                            : ComparableTypes.resultOf(
                                    type, call.name(), call.arguments().size()));
        }
        Value scopeValue = value(call.scope(), computed(how));
        if (scopeValue.fact() != null && call.arguments().isEmpty()) {
            String field = HostFields.fieldName(call.name());
            String known = book.hasField(scopeValue.fact(), field) ? field : call.name();
            return field(scopeValue.fact(), known, call.nameOffset());
        }
        Set<Scope.Origin> origins = new HashSet<>(scopeValue.origins());
        call.arguments()
                .forEach(argument ->
                        origins.addAll(value(argument, computed(how)).origins()));
        Class<?> type = scopeValue.type() == null
                ? null
                : ComparableTypes.resultOf(
                        scopeValue.type(), call.name(), call.arguments().size());
        return new Value(type, origins, null, false);
    }

    /** {@code onTimeRate.total}: a property of a field's value. */
    private Value member(Value scopeValue, String name, int offset) {
        Class<?> type = scopeValue.type();
        if (type == null) {
            return new Value(null, scopeValue.origins(), null, false);
        }
        Map<String, Class<?>> members = HostFields.of(type);
        if (!members.containsKey(name)) {
            teller.tell(
                    "unknown-field",
                    offset,
                    type.getSimpleName() + " has no field \"" + name + "\"",
                    Suggestion.among(name, members.keySet()));
        }
        return new Value(TypeBook.boxed(members.get(name)), scopeValue.origins(), null, false);
    }
}
