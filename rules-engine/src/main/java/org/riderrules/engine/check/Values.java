package org.riderrules.engine.check;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/** Turns what a case says into the value of a component. Numbers stay exact. Thread-safe; holds no state. */
final class Values {
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,29})(?:\\.\\d{1,30})?");

    private Values() {}

    /**
     * The value of a component of this type; null when the case says {@code null}.
     *
     * @throws Refused when it is not such a value
     */
    static @Nullable Object of(Yaml yaml, Type type) throws Refused {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(yaml, list.getActualTypeArguments()[0]);
        }
        if (!(yaml instanceof Yaml.Scalar scalar)) {
            throw new Refused(yaml, "a single value: " + form((Class<?>) type));
        }
        if (scalar.kind() == Yaml.Kind.NULL) {
            return null;
        }
        if (scalar.kind() == Yaml.Kind.EMPTY) {
            throw new Refused(scalar, form((Class<?>) type) + ", or null for an absent value");
        }
        return single(scalar, (Class<?>) type);
    }

    private static List<Object> list(Yaml yaml, Type element) throws Refused {
        if (!(yaml instanceof Yaml.Items items)) {
            throw new Refused(yaml, "a list, for instance [" + form((Class<?>) element) + "]");
        }
        List<Object> values = new ArrayList<>();
        for (Yaml item : items.values()) {
            Object value = of(item, element);
            if (value == null) {
                throw new Refused(item, form((Class<?>) element));
            }
            values.add(value);
        }
        return List.copyOf(values);
    }

    private static Object single(Yaml.Scalar scalar, Class<?> type) throws Refused {
        String text = scalar.text();
        try {
            if (type == String.class) {
                return text;
            } else if (type == int.class || type == Integer.class) {
                return Integer.valueOf(matching(scalar, WHOLE, type));
            } else if (type == long.class || type == Long.class) {
                return Long.valueOf(matching(scalar, WHOLE, type));
            } else if (type == BigDecimal.class) {
                return new BigDecimal(matching(scalar, DECIMAL, type));
            } else if (type == boolean.class || type == Boolean.class) {
                if (scalar.kind() != Yaml.Kind.BOOLEAN) {
                    throw new Refused(scalar, form(type));
                }
                return Boolean.valueOf(text);
            } else if (type == Rate.class) {
                return Rate.parse(text);
            } else if (type == LocalDate.class) {
                return LocalDate.parse(text);
            } else if (type == Instant.class) {
                return Instant.parse(text);
            } else if (type == Duration.class) {
                return Duration.parse(text);
            } else if (type == YearMonth.class) {
                return YearMonth.parse(text);
            } else if (type == MonthDay.class) {
                return MonthDay.parse(text);
            } else if (type == Currency.class) {
                return Currency.getInstance(text);
            } else if (type == Topic.class) {
                return new Topic(text);
            } else if (type.isEnum()) {
                return constant(scalar, type);
            }
        } catch (DateTimeException | IllegalArgumentException | RiderRulesException e) {
            throw new Refused(scalar, form(type));
        }
        throw new IllegalArgumentException("cases have no form for " + type.getName());
    }

    private static String matching(Yaml.Scalar scalar, Pattern pattern, Class<?> type) throws Refused {
        if (!pattern.matcher(scalar.text()).matches()) {
            throw new Refused(scalar, form(type));
        }
        return scalar.text();
    }

    private static Object constant(Yaml.Scalar scalar, Class<?> type) throws Refused {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(scalar.text())) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        String nearest = Names.nearest(scalar.text(), names);
        throw new Refused(
                scalar,
                "one of " + String.join(", ", names) + (nearest == null ? "" : "; did you mean " + nearest + "?"));
    }

    /** What a value of this type looks like, for authors. */
    static String form(Class<?> type) {
        if (type == String.class) {
            return "a text";
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number such as 44";
        } else if (type == BigDecimal.class) {
            return "a decimal such as 4.5";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == Rate.class) {
            return "a rate from 0 to 1: 186/200, 93 % or 0.93";
        } else if (type == LocalDate.class) {
            return "a day such as 2026-07-14";
        } else if (type == Instant.class) {
            return "an instant such as 2026-07-14T08:00:00Z";
        } else if (type == Duration.class) {
            return "a duration such as PT4H30M";
        } else if (type == YearMonth.class) {
            return "a month such as 2026-07";
        } else if (type == MonthDay.class) {
            return "a day of the year such as --07-14";
        } else if (type == Currency.class) {
            return "a currency such as HKD";
        } else if (type == Topic.class) {
            return "a topic such as tiering";
        } else if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        }
        return "a value";
    }

    /** A value that does not have the form it needs. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Yaml yaml;
        private final String allowed;

        Refused(Yaml yaml, String allowed) {
            super(yaml.described() + " where this belongs: " + allowed);
            this.yaml = yaml;
            this.allowed = allowed;
        }

        Yaml yaml() {
            return yaml;
        }

        String allowed() {
            return allowed;
        }
    }
}
