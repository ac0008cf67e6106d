package org.riderrules.engine.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.regex.Pattern;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/** Values that JSON holds as a text, and how they are read from it. Holds no state. */
final class Scalars {
    /** Beyond this many digits before or after the point a decimal is a mistake or an attack. */
    private static final int LONGEST_DECIMAL = 1_000;
    /** A number of JSON; stricter than BigDecimal, which also takes digits of other scripts. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

    private Scalars() {}

    static boolean isTime(Class<?> type) {
        return type == LocalDate.class
                || type == Instant.class
                || type == Duration.class
                || type == YearMonth.class
                || type == MonthDay.class;
    }

    /** Whether values of this type are written as a JSON text. */
    static boolean isText(Class<?> type) {
        return type == String.class
                || type == BigDecimal.class
                || type == Rate.class
                || type == Topic.class
                || type == Currency.class
                || type.isEnum()
                || isTime(type);
    }

    /** What is written for such a value. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        // What the others print is what they read: Rate, Topic and Currency say so, java.time is ISO 8601.
        return value.toString();
    }

    /** Without exponent and trailing zeros, so that equal numbers look equal. */
    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST_DECIMAL || number.precision() > LONGEST_DECIMAL) {
            throw new IllegalArgumentException(
                    "a decimal of more than " + LONGEST_DECIMAL + " digits; decimals of the API have at most 30");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Reads a value of such a type from a JSON text.
     *
     * @throws InvalidValueException when the text is none; type and field in it mean nothing
     */
    static Object fromText(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Rate.class) {
            return Rate.parse(text);
        }
        if (type == Topic.class) {
            return new Topic(text);
        }
        if (type == BigDecimal.class) {
            return decimal(text);
        }
        if (type == Currency.class) {
            return currency(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        return time(type, text);
    }

    /**
     * Reads a decimal or a rate from a JSON number, exactly.
     *
     * @throws InvalidValueException when it is outside the range of the type
     */
    static Object fromNumber(Class<?> type, String number) {
        return type == Rate.class ? Rate.of(decimal(number)) : decimal(number);
    }

    private static BigDecimal decimal(String text) {
        if (!NUMBER.matcher(text).matches() || text.length() > LONGEST_DECIMAL) {
            throw refused(text, allowed(BigDecimal.class));
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refused(text, allowed(BigDecimal.class));
        }
    }

    private static Currency currency(String text) {
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            throw refused(text, allowed(Currency.class));
        }
    }

    private static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants).map(Scalars::text).toList().toString();
        String near =
                Nearest.to(text, Arrays.stream(constants).map(Scalars::text).toList());
        throw refused(text, "one of " + known + (near == null ? "" : "; did you mean " + near + "?"));
    }

    private static Object time(Class<?> type, String text) {
        try {
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == Instant.class) {
                return Instant.parse(text);
            }
            if (type == Duration.class) {
                return Duration.parse(text);
            }
            if (type == YearMonth.class) {
                return YearMonth.parse(text);
            }
            if (type == MonthDay.class) {
                return MonthDay.parse(text);
            }
        } catch (DateTimeException e) {
            throw refused(text, allowed(type));
        }
        throw new IllegalStateException("no JSON form for " + type.getName());
    }

    /** The form of such a value, in words. */
    static String allowed(Class<?> type) {
        if (type == BigDecimal.class) {
            return "a decimal such as \"4.5\"";
        }
        if (type == Rate.class) {
            return "a rate such as \"186/200\", \"93 %\" or \"0.93\"";
        }
        if (type == LocalDate.class) {
            return "a day such as \"2026-10-31\"";
        }
        if (type == Instant.class) {
            return "an instant such as \"2026-10-31T08:30:00Z\"";
        }
        if (type == Duration.class) {
            return "a duration such as \"PT7H30M\"";
        }
        if (type == YearMonth.class) {
            return "a month such as \"2026-10\"";
        }
        if (type == MonthDay.class) {
            return "a day of the year such as \"--05-17\"";
        }
        if (type == Currency.class) {
            return "an ISO 4217 currency code such as \"HKD\"";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(Scalars::text).toList();
        }
        return "a text";
    }

    private static InvalidValueException refused(String text, String allowed) {
        return new InvalidValueException("JSON", "value", text, allowed);
    }
}
