package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of a condition or of a value, in the narrow language that packs may use. {@code offset} is where the
 * expression begins in the text of its file, from 0.
 */
public sealed interface Expression {

    /** Where it begins in the text of its file, from 0. */
    int offset();

    /** The expressions it is made of, in order. */
    default List<Expression> parts() {
        return List.of();
    }

    /** A literal value. */
    record Literal(int offset, Kind kind, String text) implements Expression {

        /** What a literal is. */
        public enum Kind {
            /** {@code null}. */
            NULL,
            /** {@code true} or {@code false}. */
            BOOLEAN,
            /** A whole number such as {@code 3}. */
            INTEGER,
            /** A decimal with suffix: {@code 0.5B}. */
            DECIMAL,
            /** A binary floating point number such as {@code 0.5}. */
            DOUBLE,
            /** A text in quotes; {@code text} keeps them. */
            TEXT
        }

        /** Whether this is {@code null}. */
        public boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** A name standing alone: a field, a binding, a type, or {@code this}. */
    record Name(int offset, String name) implements Expression {}

    /** {@code scope.name}; {@code nameOffset} is where the name begins. */
    record Access(int offset, Expression scope, String name, int nameOffset) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(scope);
        }
    }

    /** {@code scope.name(arguments)}; {@code nameOffset} is where the name begins. */
    record Call(int offset, Expression scope, String name, int nameOffset, List<Expression> arguments)
            implements Expression {
        /** Copies {@code arguments}. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> parts() {
            List<Expression> all = new ArrayList<>();
            all.add(scope);
            all.addAll(arguments);
            return all;
        }
    }

    /** {@code - operand} or {@code ! operand}. */
    record Unary(int offset, String operator, Expression operand) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    /** Arithmetic: {@code + - * / %}. */
    record Arithmetic(int offset, String operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /**
     * A comparison: {@code == != < <= > >=}, {@code contains} and {@code memberOf}, negated ones with a leading
     * {@code not }.
     */
    record Comparison(int offset, String operator, int operatorOffset, Expression left, Expression right)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code left in (values)} or {@code left not in (values)}. */
    record Membership(int offset, boolean negated, int operatorOffset, Expression left, List<Expression> values)
            implements Expression {
        /** Copies {@code values}. */
        public Membership {
            values = List.copyOf(values);
        }

        @Override
        public List<Expression> parts() {
            List<Expression> all = new ArrayList<>();
            all.add(left);
            all.addAll(values);
            return all;
        }
    }

    /** {@code a && b} or {@code a || b}, with two or more parts. */
    record Logical(int offset, String operator, List<Expression> parts) implements Expression {
        /** Copies {@code parts}. */
        public Logical {
            parts = List.copyOf(parts);
        }
    }
}
