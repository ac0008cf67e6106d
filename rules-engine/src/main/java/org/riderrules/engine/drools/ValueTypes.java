package org.riderrules.engine.drools;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;
import org.riderrules.engine.language.ListedType;

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

    /** The constants of a type that rules may use, in their order where they have one. */
    static List<String> constants(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .filter(name -> ofConstant(type, name) != null)
                        .toList()
                : listed(type).map(ListedMember::name).toList();
    }

    private static Stream<ListedMember> listed(Class<?> type) {
        ListedType listed = Language.standard().type(type);
        return listed == null ? Stream.of() : listed.members(ListedMember.Kind.CONSTANT).stream();
    }

    /** The type of a constant that rules may use; null when there is none of that name. */
    static @Nullable Class<?> ofConstant(Class<?> type, String name) {
        return listed(type)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .map(constant -> TypeBook.boxed(constant.result()))
                .orElse(null);
    }

    /** Whether this is a whole number of the language. */
    static boolean isWhole(@Nullable Class<?> type) {
        return Integer.class.equals(type) || Long.class.equals(type);
    }
}
