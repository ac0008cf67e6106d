package org.riderrules.engine.drools;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.language.Language;

/**
 * Finds out what the values in a rule stand for: which fields they come from, of what type they are. Tells names that
 * stand for nothing. One instance for one pattern, or for the right-hand side.
 */
final class ValueReads {
    private final TypeBook book;
    private final Scope scope;
    private final @Nullable TypeRef pattern;
    private final PatternFields own;
    private final SortedSet<FieldRead> reads;
    private final Teller teller;
    private final Members members;

    /**
     * @param pattern the type whose fields stand without a binding before them; null outside patterns
     * @param own collects what is done with that type's fields
     * @param reads collects all reads
     */
    ValueReads(
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
        this.members = new Members(book, teller);
    }

    /** What is done with the fields of the pattern's own type. */
    PatternFields own() {
        return own;
    }

    /** The names that are bound here. */
    Scope scope() {
        return scope;
    }

    /** Where problems are told. */
    Teller teller() {
        return teller;
    }

    /** Whether a type is the one of this pattern. */
    boolean isOwn(TypeRef type) {
        return pattern != null && pattern.name().equals(type.name());
    }

    /** Reads a value that is used as {@code how} says. */
    Value read(Expression expression, FieldRead.How how) {
        Value value = of(expression, how);
        // What is compared through a computation has been noted as computed already.
        if (value.direct() || how != FieldRead.How.COMPARED) {
            for (Scope.Origin origin : value.origins()) {
                reads.add(new FieldRead(origin.type().name(), origin.field(), how));
                if (isOwn(origin.type())) {
                    own.touched(origin.field());
                }
            }
        }
        return value;
    }

    private Value of(Expression expression, FieldRead.How how) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal, how);
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        FieldRead.How inner = how == FieldRead.How.INSERTED ? how : FieldRead.How.COMPUTED;
        if (expression instanceof Expression.Access access) {
            return access(access, inner, how == FieldRead.How.INSERTED);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, inner);
        }
        Set<Scope.Origin> origins = new HashSet<>();
        @Nullable Class<?> type = null;
        for (Expression part : expression.parts()) {
            Value value = read(part, inner);
            origins.addAll(value.origins());
            type = type == null || Long.class.equals(value.type()) ? value.type() : type;
            if (expression instanceof Expression.Arithmetic arithmetic) {
                arithmetic(arithmetic.operator(), arithmetic.offset(), value);
            } else if (expression instanceof Expression.Unary unary
                    && unary.operator().equals("-")) {
                arithmetic(unary.operator(), unary.offset(), value);
            }
        }
        boolean number = expression instanceof Expression.Arithmetic
                || expression instanceof Expression.Unary unary
                        && unary.operator().equals("-");
        return Value.computed(number ? type : Boolean.class, origins);
    }

    private Value literal(Expression.Literal literal, FieldRead.How how) {
        Class<?> type = ValueTypes.of(literal);
        if (type != null && Language.standard().type(type) == null) {
            teller.tell(
                    "literal-not-exact",
                    literal.offset(),
                    literal.text() + " is " + ValueTypes.word(type) + ", which is not part of the language",
                    "write a decimal with B, such as 0.5B, and a large whole number with L");
            return Value.UNKNOWN;
        }
        if (literal.kind() == Expression.Literal.Kind.DECIMAL && how != FieldRead.How.COMPARED) {
            // Drools' generator crashes on it within a call, and Java does not know it on the right-hand side.
            teller.tell(
                    "literal-not-compared",
                    literal.offset(),
                    "the decimal " + literal.text() + " is not compared with anything",
                    "put the number into a table and bind it, or write BigDecimal.valueOf( ... ) of a whole number");
            return Value.UNKNOWN;
        }
        return Value.constant(type);
    }

    /** Whole numbers are computed with operators; for decimals Drools would round, and a division drops its rest. */
    private void arithmetic(String operator, int offset, Value part) {
        Class<?> type = part.type();
        if (operator.equals("/") || operator.equals("%")) {
            teller.tell(
                    "arithmetic-not-exact",
                    offset,
                    "the operator " + operator + " drops a part of the result",
                    "compare products, call divide( ..., scale, RoundingMode ), or Math.floorDiv and Math.floorMod");
        } else if (part != Value.UNKNOWN && !ValueTypes.isWhole(type)) {
            teller.tell(
                    "arithmetic-not-exact",
                    offset,
                    "the operator " + operator + " computes with whole numbers, here is "
                            + (type == null ? "nothing known" : ValueTypes.word(type)),
                    "call add, subtract or multiply of a BigDecimal, or plusDays of a day");
        }
    }

    private Value name(Expression.Name name) {
        if (name.name().equals("this") && pattern != null) {
            return Value.fact(pattern);
        }
        Scope.Binding binding = scope.find(name.name());
        if (binding instanceof Scope.OfFact fact) {
            return Value.fact(fact.type());
        }
        if (binding instanceof Scope.OfValue value) {
            return new Value(value.type(), value.origins(), null, true);
        }
        if (pattern != null
                && pattern.kind() != TypeRef.Kind.UNKNOWN
                && !name.name().startsWith("$")) {
            return members.field(pattern, name.name(), name.offset());
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

    /** Whether a name is that of a type, not of a field or a binding. */
    private boolean isType(Expression expression) {
        return expression instanceof Expression.Name name
                && scope.find(name.name()) == null
                && (pattern == null || !book.hasField(pattern, name.name()))
                && Character.isUpperCase(name.name().charAt(0));
    }

    private Value access(Expression.Access access, FieldRead.How inner, boolean rightHandSide) {
        if (isType(access.scope()) && access.scope() instanceof Expression.Name name) {
            return members.constant(name, access);
        }
        Value from = read(access.scope(), inner);
        TypeRef fact = from.fact();
        if (rightHandSide && (fact != null || from.type() != null)) {
            members.needsCall(access, fact);
            return Value.UNKNOWN;
        }
        return fact != null
                ? members.field(fact, access.name(), access.nameOffset())
                : members.property(from, access.name(), access.nameOffset());
    }

    private Value call(Expression.Call call, FieldRead.How inner) {
        if (isType(call.scope()) && call.scope() instanceof Expression.Name name) {
            List<Value> arguments = call.arguments().stream()
                    .map(argument -> read(argument, inner))
                    .toList();
            return members.staticCall(name, call, arguments);
        }
        Value from = read(call.scope(), inner);
        TypeRef fact = from.fact();
        if (fact != null && call.arguments().isEmpty()) {
            return members.accessor(fact, call);
        }
        if (fact != null) {
            return factMethod(from, fact, call, inner);
        }
        return method(from, call, inner);
    }

    private Value method(Value from, Expression.Call call, FieldRead.How inner) {
        List<Value> arguments =
                call.arguments().stream().map(argument -> read(argument, inner)).toList();
        return members.method(from, call, arguments);
    }

    /** A method of a whole fact with values, such as {@code $asOf.startOf( $period )}. */
    private Value factMethod(Value from, TypeRef fact, Expression.Call call, FieldRead.How inner) {
        if (fact.kind() == TypeRef.Kind.UNKNOWN) {
            return Value.UNKNOWN;
        }
        if (fact.hostClass() == null) {
            teller.tell(
                    "member-not-allowed",
                    call.nameOffset(),
                    fact.name() + "." + call.name() + " is not part of the language",
                    "of a declared type only its fields can be read");
            return Value.UNKNOWN;
        }
        return method(from, call, inner);
    }
}
