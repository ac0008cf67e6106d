package org.riderrules.api.error;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that every record of this API makes. Each throws {@link InvalidValueException} naming type, field, value
 * and the allowed range. Thread-safe; holds no state.
 */
public final class Require {
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:/-]{0,119}");

    private Require() {}

    /** Returns {@code value} unless it is null. */
    public static <T> T present(String type, String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(type, field, "null", "a value; this field must be given");
        }
        return value;
    }

    /** A code or identifier: 1 to 120 letters, digits, and {@code _ . : / -} after the first character. */
    public static void code(String type, String field, @Nullable String value) {
        if (!CODE.matcher(present(type, field, value)).matches()) {
            throw new InvalidValueException(
                    type, field, quoted(value), "1 to 120 letters, digits and _ . : / - , the first a letter or digit");
        }
    }

    /** A text of 1 to 4000 characters that is not blank, and in which no character is cut in half. */
    public static void text(String type, String field, @Nullable String value) {
        String text = present(type, field, value);
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new InvalidValueException(
                    type,
                    field,
                    text.length() > LONGEST_TEXT ? text.length() + " characters" : quoted(text),
                    "1 to " + LONGEST_TEXT + " characters, not blank");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new InvalidValueException(
                            type,
                            field,
                            "half a character at index " + i,
                            "whole Unicode characters; this one was cut between its two surrogates");
                }
                i++;
            }
        }
    }

    /** A list of texts, each as {@link #text}; returns an immutable copy. */
    public static List<String> texts(String type, String field, @Nullable List<String> values) {
        List<String> given = present(type, field, values);
        for (int i = 0; i < given.size(); i++) {
            text(type, field + "[" + i + "]", given.get(i));
        }
        return List.copyOf(given);
    }

    /** A list without null; returns an immutable copy. */
    public static <T> List<T> items(String type, String field, @Nullable List<T> values) {
        List<T> given = present(type, field, values);
        for (int i = 0; i < given.size(); i++) {
            present(type, field + "[" + i + "]", given.get(i));
        }
        return List.copyOf(given);
    }

    /** A map without null; returns an immutable copy in the natural order of its keys. */
    public static <T> SortedMap<String, T> map(String type, String field, @Nullable SortedMap<String, T> values) {
        SortedMap<String, T> sorted = new TreeMap<>();
        for (Map.Entry<String, T> entry : present(type, field, values).entrySet()) {
            String key = present(type, field + "[null]", entry.getKey());
            sorted.put(key, present(type, field + "[" + key + "]", entry.getValue()));
        }
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** A whole number from {@code least} to {@code most}, both allowed. */
    public static void range(String type, String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidValueException(type, field, Integer.toString(value), least + " to " + most);
        }
    }

    /** A decimal from {@code least} to {@code most}, both allowed. */
    public static void range(String type, String field, @Nullable BigDecimal value, BigDecimal least, BigDecimal most) {
        BigDecimal number = present(type, field, value);
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new InvalidValueException(
                    type, field, number.toString(), least.toPlainString() + " to " + most.toPlainString());
        }
    }

    /**
     * A decimal of at most 30 digits and 12 decimals, as it is kept: without trailing zeros, so that 4.5 and 4.50 are
     * one value.
     */
    public static BigDecimal decimal(String type, String field, @Nullable BigDecimal value) {
        BigDecimal number = present(type, field, value);
        if (number.precision() > 30 || number.scale() < -18 || number.scale() > 30) {
            throw new InvalidValueException(type, field, number.toString(), "at most 30 digits and 12 decimals");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > 12) {
            throw new InvalidValueException(type, field, number.toString(), "at most 30 digits and 12 decimals");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A decimal of zero or more. */
    public static void notNegative(String type, String field, @Nullable BigDecimal value) {
        BigDecimal number = present(type, field, value);
        if (number.signum() < 0) {
            throw new InvalidValueException(type, field, number.toString(), "0 or more");
        }
    }

    /** A decimal of more than zero. */
    public static void positive(String type, String field, @Nullable BigDecimal value) {
        BigDecimal number = present(type, field, value);
        if (number.signum() <= 0) {
            throw new InvalidValueException(type, field, number.toString(), "more than 0");
        }
    }

    /** A duration from zero to {@code most}, both allowed. */
    public static void upTo(String type, String field, @Nullable Duration value, Duration most) {
        Duration duration = present(type, field, value);
        if (duration.isNegative() || duration.compareTo(most) > 0) {
            throw new InvalidValueException(type, field, duration.toString(), "PT0S to " + most);
        }
    }

    /** {@code value} strictly after {@code earlier}. */
    public static <T extends Comparable<? super T>> void after(
            String type, String field, T value, String earlierField, T earlier) {
        if (value.compareTo(earlier) <= 0) {
            throw new InvalidValueException(
                    type, field, String.valueOf(value), "after " + earlierField + ", which is " + earlier);
        }
    }

    /** {@code value} not before {@code earlier}; a missing one of the two is no error. */
    public static <T extends Comparable<? super T>> void notBefore(
            String type, String field, @Nullable T value, String earlierField, @Nullable T earlier) {
        if (value != null && earlier != null && value.compareTo(earlier) < 0) {
            throw new InvalidValueException(
                    type, field, value.toString(), "not before " + earlierField + ", which is " + earlier);
        }
    }

    /** Two fields that must be given together or not at all. */
    public static void together(
            String type, String field, @Nullable Object value, String otherField, @Nullable Object other) {
        if ((value == null) != (other == null)) {
            throw new InvalidValueException(
                    type,
                    value == null ? field : otherField,
                    "null",
                    "a value, because " + (value == null ? otherField : field) + " is given");
        }
    }

    private static String quoted(@Nullable String value) {
        return "\"" + value + "\"";
    }
}
