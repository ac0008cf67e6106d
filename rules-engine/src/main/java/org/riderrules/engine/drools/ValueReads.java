package org.riderrules.engine.drools;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

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
            return Value.constant(ValueTypes.of(literal));
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
            type = type == null ? value.type() : type;
        }
        boolean number = expression instanceof Expression.Arithmetic
                || expression instanceof Expression.Unary unary
                        && unary.operator().equals("-");
        return Value.computed(number ? type : Boolean.class, origins);
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
            call.arguments().forEach(argument -> read(argument, inner));
            return members.staticCall(name, call);
        }
        Value from = read(call.scope(), inner);
        TypeRef fact = from.fact();
        if (fact != null && call.arguments().isEmpty()) {
            return members.accessor(fact, call);
        }
        Set<Scope.Origin> origins = new HashSet<>(from.origins());
        for (Expression argument : call.arguments()) {
            origins.addAll(read(argument, inner).origins());
        }
        return Value.computed(members.result(from.type(), call), origins);
    }
}
