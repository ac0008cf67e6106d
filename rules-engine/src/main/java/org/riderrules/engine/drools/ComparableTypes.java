package org.riderrules.engine.drools;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types may meet in a comparison. Drools converts where it should refuse, and differently in its two modes. */
final class ComparableTypes {
    private static final Set<Class<?>> NUMBERS = Set.of(
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            BigDecimal.class,
            BigInteger.class,
            Double.class,
            Float.class);

    private ComparableTypes() {}

    /** Tells when the two sides of a comparison cannot sensibly meet; unknown types are left to the compiler. */
    static void check(
            @Nullable Class<?> left,
            Expression rightText,
            @Nullable Class<?> right,
            int offset,
            ExpressionReads.Teller teller) {
        if (left == null || right == null || meet(left, right)) {
            return;
        }
        String written = rightText instanceof Expression.Literal literal ? " " + literal.text() : "";
        teller.tell(
                "types-differ",
                offset,
                "this compares a " + left.getSimpleName() + " with a " + right.getSimpleName() + written,
                mend(left, right));
    }

    private static boolean meet(Class<?> left, Class<?> right) {
        if (NUMBERS.contains(left) && NUMBERS.contains(right)) {
            return true;
        }
        return left.isAssignableFrom(right) || right.isAssignableFrom(left);
    }

    private static String mend(Class<?> left, Class<?> right) {
        Class<?> asked = left.getName().startsWith("java.lang.") && !left.equals(right) ? right : left;
        if (asked.isEnum()) {
            return "compare it with a constant: "
                    + String.join(
                            ", ",
                            constants(asked).stream()
                                    .map(constant -> asked.getSimpleName() + "." + constant)
                                    .toList());
        }
        return "compare a " + left.getSimpleName() + " with another " + left.getSimpleName()
                + ", for instance a column of that type in a table";
    }

    /** The type of a literal; null for {@code null}. */
    static @Nullable Class<?> typeOf(Expression.Literal literal) {
        return switch (literal.kind()) {
            case NULL -> null;
            case BOOLEAN -> Boolean.class;
            case INTEGER -> Integer.class;
            case DECIMAL -> BigDecimal.class;
            case DOUBLE -> Double.class;
            case TEXT -> String.class;
        };
    }

    /** The constants of an enum in their order. */
    static List<String> constants(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    /** The type of a public constant; null when there is none of that name. */
    static @Nullable Class<?> constantType(Class<?> type, String name) {
        try {
            return TypeBook.boxed(type.getField(name).getType());
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /** What a method returns, when all public methods of that name and number of parameters agree; else null. */
    static @Nullable Class<?> resultOf(Class<?> type, String method, int parameters) {
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
