package org.riderrules.engine.drools;

import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.drools.base.factmodel.AccessibleFact;
import org.jspecify.annotations.Nullable;

/**
 * How large the values of a conclusion are. Each step of a chain of conclusions may double a text or a number, so that a
 * few dozen firings fill any memory. Outcomes need no look: their own constructors bound every value.
 */
final class ValueSize {
    private static final ClassValue<List<String>> CAN_GROW = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()) && canGrow(field.getType()))
                    .map(java.lang.reflect.Field::getName)
                    .toList();
        }
    };

    private ValueSize() {}

    private static boolean canGrow(Class<?> type) {
        return type == String.class
                || type == BigDecimal.class
                || type == BigInteger.class
                || type == Object.class
                || Collection.class.isAssignableFrom(type);
    }

    /** Whether some value of a conclusion has more characters, digits or elements than {@code most}. */
    static boolean exceeds(Object inserted, int most) {
        if (inserted instanceof AccessibleFact conclusion) {
            for (String field : CAN_GROW.get(inserted.getClass())) {
                if (size(conclusion.getValue(field)) > most) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof BigDecimal decimal) {
            return Math.max(digits(decimal.unscaledValue()), Math.abs((long) decimal.scale()));
        }
        if (value instanceof BigInteger whole) {
            return digits(whole);
        }
        if (value instanceof Collection<?> elements) {
            long size = elements.size();
            for (Object element : elements) {
                size = Math.max(size, element instanceof Collection<?> ? Long.MAX_VALUE : size(element));
            }
            return size;
        }
        return 0;
    }

    /** From the number of bits, because counting the digits of a huge number is itself slow: log10(2) is 0.30103. */
    private static long digits(BigInteger whole) {
        return whole.bitLength() * 30_103L / 100_000 + 1;
    }
}
