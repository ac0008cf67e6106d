package org.riderrules.engine.drools;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Java types of values, and which of them may meet in a comparison. Drools converts where it should refuse, and
 * differently in its two modes: a text against an enum, a text against a date.
 */
final class ValueTypes {
    private static final Set<Class<?>> WHOLE =
            Set.of(Integer.class, Long.class, Short.class, Byte.class, BigInteger.class);
    private static final Set<Class<?>> BROKEN = Set.of(BigDecimal.class, Double.class, Float.class);

    private ValueTypes() {}

    /** Tells when the two sides of a comparison cannot sensibly meet; unknown types are left to the compiler. */
    static void check(Value left, Expression written, Value right, int offset, Teller teller) {
        Class<?> one = left.type();
        Class<?> other = right.type();
        if (one == null || other == null || meet(one, other)) {
            return;
        }
        String literal = written instanceof Expression.Literal found ? " (" + found.text() + ")" : "";
        teller.tell(
                "types-differ",
                offset,
                "this compares " + word(one) + " with " + word(other) + literal,
                mend(one, other));
    }

    private static boolean meet(Class<?> one, Class<?> other) {
        return isNumber(one) && isNumber(other) || one.isAssignableFrom(other) || other.isAssignableFrom(one);
    }

    private static boolean isNumber(Class<?> type) {
        return WHOLE.contains(type) || BROKEN.contains(type);
    }

    /** A type in the author's words, with its article. */
    static String word(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (type == BigDecimal.class) {
            return "a BigDecimal";
        }
        if (BROKEN.contains(type)) {
            return "a floating-point number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class) {
            return "a yes or no";
        }
        boolean vowel = "AEIOU".indexOf(type.getSimpleName().charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + type.getSimpleName();
    }

    private static String mend(Class<?> one, Class<?> other) {
        Class<?> asked = one.getName().startsWith("java.lang.") ? other : one;
        if (asked.isEnum()) {
            return "compare it with a constant: "
                    + String.join(
                            ", ",
                            constants(asked).stream()
                                    .map(constant -> asked.getSimpleName() + "." + constant)
                                    .toList());
        }
        return "compare " + word(asked) + " with another, for instance with a column of that type in a table";
    }

    /** The type of a literal; null for {@code null}. */
    static @Nullable Class<?> of(Expression.Literal literal) {
        return switch (literal.kind()) {
            case NULL -> null;
            case BOOLEAN -> Boolean.class;
            case INTEGER ->
                literal.text().endsWith("I")
                        ? BigInteger.class
                        : literal.text().matches("\\d+") ? Integer.class : Long.class;
            case DECIMAL -> BigDecimal.class;
            case DOUBLE -> Double.class;
            case TEXT -> String.class;
        };
    }

    /** The constants of a type in their order. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
    }

    /** The type of a public constant; null when there is none of that name. */
    static @Nullable Class<?> ofConstant(Class<?> type, String name) {
        try {
            return TypeBook.boxed(type.getField(name).getType());
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /** What a method returns, when all public methods of that name and number of parameters agree; else null. */
    static @Nullable Class<?> ofResult(Class<?> type, String method, int parameters) {
        List<? extends Class<?>> results = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(method)
                        && candidate.getParameterCount() == parameters
                        && !candidate.isBridge())
                .map(Method::getReturnType)
                .distinct()
                .toList();
        return results.size() == 1 ? TypeBook.boxed(results.get(0)) : null;
    }
}
