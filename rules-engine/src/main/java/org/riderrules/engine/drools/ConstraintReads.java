package org.riderrules.engine.drools;

import java.util.Map;
import java.util.function.Consumer;

/** Reads the constraints of one pattern: what is compared with what, what is tested for being missing, what is bound. */
final class ConstraintReads {
    private static final Map<String, String> FLIPPED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private final ValueReads values;

    ConstraintReads(ValueReads values) {
        this.values = values;
    }

    /** Reads a constraint: a condition, or a bare field that only binds. */
    void read(ExpressionParser.Parsed constraint) {
        Expression expression = constraint.expression();
        String name = constraint.binding();
        if (name == null) {
            condition(expression);
            return;
        }
        Expression bound = boundPart(expression);
        if (bound != expression) {
            condition(expression);
        }
        Value value = values.read(bound, FieldRead.How.BOUND);
        ownFields(value, field -> values.own().bound(field));
        TypeRef fact = value.fact();
        values.scope()
                .bind(name, fact != null ? new Scope.OfFact(fact) : new Scope.OfValue(value.origins(), value.type()));
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

    private void ownFields(Value value, Consumer<String> use) {
        for (Scope.Origin origin : value.origins()) {
            if (value.direct() && values.isOwn(origin.type())) {
                use.accept(origin.field());
            }
        }
    }

    private void condition(Expression expression) {
        if (expression instanceof Expression.Logical logical) {
            logical.parts().forEach(this::condition);
        } else if (expression instanceof Expression.Comparison comparison) {
            comparison(comparison);
        } else if (expression instanceof Expression.Membership membership) {
            Value left = operand(membership.left(), membership.negated() ? "not in" : "in");
            for (Expression listed : membership.values()) {
                ValueTypes.check(left, listed, operand(listed, "=="), listed.offset(), values.teller());
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
        String operator = comparison.operator();
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && isNull(comparison.right())) {
            nullTested(comparison.left());
        } else if (equality && isNull(comparison.left())) {
            nullTested(comparison.right());
        } else {
            Value left = operand(comparison.left(), operator);
            Value right = operand(comparison.right(), FLIPPED.getOrDefault(operator, operator));
            if (!operator.endsWith("contains") && !operator.endsWith("memberOf")) {
                ValueTypes.check(left, comparison.right(), right, comparison.operatorOffset(), values.teller());
            }
        }
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.isNull();
    }

    private void nullTested(Expression expression) {
        ownFields(
                values.read(expression, FieldRead.How.NULL_TESTED),
                field -> values.own().nullTested(field));
    }

    private Value operand(Expression expression, String operator) {
        Value value = values.read(expression, FieldRead.How.COMPARED);
        ownFields(value, field -> values.own().compared(field, operator));
        return value;
    }
}
