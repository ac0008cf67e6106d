package org.riderrules.engine.pack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.pack.CellType.Reading;

/** The field types a table can fill, each with its strict way of writing. Immutable, thread-safe. */
final class CellTypes {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?");
    private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern ZERO_DECIMALS = Pattern.compile("(-?\\d+)\\.0+");
    private static final String NO_SEPARATORS = ": no thousands separators, signs of currency or exponents";

    private static final Map<Class<?>, CellType> TYPES = types();

    private CellTypes() {}

    /** What a table can fill, for messages. */
    static final String ALLOWED = "String, int, Integer, long, Long, boolean, Boolean, java.math.BigDecimal, Rate,"
            + " java.time.LocalDate, java.time.Duration, java.math.RoundingMode, java.util.Currency, Topic, or an enum of the facts and outcomes";

    /** How a field of this type is written; null when a table cannot fill it. */
    static @Nullable CellType of(Class<?> type) {
        if (type.isEnum() && type.getName().startsWith("org.riderrules.api.")) {
            return names(type);
        }
        return TYPES.get(type);
    }

    private static Map<Class<?>, CellType> types() {
        Map<Class<?>, CellType> types = new HashMap<>();
        types.put(String.class, type("a text", Reading::of));
        CellType whole = whole(Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValueExact);
        types.put(int.class, whole);
        types.put(Integer.class, whole);
        CellType large = whole(Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValueExact);
        types.put(long.class, large);
        types.put(Long.class, large);
        CellType truth = type("true or false", CellTypes::truth);
        types.put(boolean.class, truth);
        types.put(Boolean.class, truth);
        types.put(BigDecimal.class, type("a decimal number", CellTypes::decimal));
        types.put(Rate.class, type("a rate", CellTypes::rate));
        types.put(LocalDate.class, type("a day", CellTypes::day));
        types.put(Duration.class, type("a duration", CellTypes::duration));
        types.put(Currency.class, type("a currency", CellTypes::currency));
        types.put(RoundingMode.class, names(RoundingMode.class));
        types.put(Topic.class, type("a topic", CellTypes::topic));
        return Map.copyOf(types);
    }

    private static CellType whole(long least, long most, Function<BigInteger, Object> value) {
        return type("a whole number", text -> {
            if (!WHOLE.matcher(text).matches()) {
                var zeros = ZERO_DECIMALS.matcher(text);
                return Reading.refused(
                        zeros.matches()
                                ? "write " + zeros.group(1)
                                : THOUSANDS.matcher(text).matches()
                                        ? "write " + text.replace(",", "") + NO_SEPARATORS
                                        : "write digits only, such as 120" + NO_SEPARATORS);
            }
            BigInteger number = new BigInteger(text);
            boolean fits =
                    number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
            return fits
                    ? Reading.of(value.apply(number))
                    : Reading.refused("write a number from " + least + " to " + most);
        });
    }

    private static Reading decimal(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Reading.of(new BigDecimal(text));
        }
        if (THOUSANDS.matcher(text).matches()) {
            String without = text.replace(",", "");
            return Reading.refused("write " + without
                    + (COMMA.matcher(text).matches() ? ", or " + text.replace(',', '.') + " if that is meant" : "")
                    + ": a point, no thousands separators");
        }
        return Reading.refused(
                COMMA.matcher(text).matches()
                        ? "write " + text.replace(',', '.') + ": a point, no thousands separators"
                        : "write digits with a point, such as 1.05" + NO_SEPARATORS);
    }

    private static Reading truth(String text) {
        return switch (text) {
            case "true" -> Reading.of(true);
            case "false" -> Reading.of(false);
            default -> {
                String small = text.toLowerCase(Locale.ROOT);
                yield Reading.refused(
                        small.equals("true") || small.equals("false")
                                ? "write " + small + ", in small letters"
                                : "write true or false");
            }
        };
    }

    private static Reading rate(String text) {
        try {
            return Reading.of(Rate.parse(text));
        } catch (InvalidValueException refused) {
            String number = text.replaceFirst("\\s*%$", "");
            if (COMMA.matcher(number).matches()) {
                return Reading.refused("write " + text.replace(',', '.') + ": a point, not a comma");
            }
            if (text.matches("\\d{1,2}(?:\\.\\d+)?|100")) {
                return Reading.refused("write " + text + " % if it is a percentage; as a decimal it lies from 0 to 1");
            }
            return Reading.refused("write 186/200, 93 % or 0.93, from 0 to 1");
        }
    }

    private static Reading day(String text) {
        LocalDate day = IsoDate.parse(text);
        return day == null
                ? Reading.refused("write year-month-day of a day that exists, such as " + IsoDate.EXAMPLE)
                : Reading.of(day);
    }

    private static Reading duration(String text) {
        try {
            // Java would take small letters too; one way of writing is enough.
            if (text.equals(text.toUpperCase(Locale.ROOT))) {
                return Reading.of(Duration.parse(text));
            }
        } catch (DateTimeParseException refused) {
            // Told below, like small letters.
        }
        return Reading.refused("write ISO 8601 in capitals, such as PT15M (15 minutes), PT4H or P30D");
    }

    private static Reading currency(String text) {
        try {
            return Reading.of(Currency.getInstance(text));
        } catch (IllegalArgumentException refused) {
            return Reading.refused("write the three capital letters of ISO 4217, such as HKD");
        }
    }

    private static Reading topic(String text) {
        try {
            return Reading.of(new Topic(text));
        } catch (InvalidValueException refused) {
            return Reading.refused("write " + refused.allowed());
        }
    }

    private static CellType names(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return type("one of its names", text -> {
            Object constant = constants.get(text);
            return constant == null ? Reading.refused(Nearest.mend(text, names, "names")) : Reading.of(constant);
        });
    }

    private static CellType type(String called, Function<String, Reading> reading) {
        record Named(String called, Function<String, Reading> reading) implements CellType {
            @Override
            public Reading read(String text) {
                return reading.apply(text);
            }
        }
        return new Named(called, reading);
    }
}
