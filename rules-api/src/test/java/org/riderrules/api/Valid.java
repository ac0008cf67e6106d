package org.riderrules.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/**
 * A valid record of every type of the API, with every component given, made without being told of the type: a
 * component begins with the first value of its type, and moves to the next when the record refuses it by name.
 */
public final class Valid {
    private Valid() {}

    /** Every fact and every outcome. */
    public static Stream<Class<?>> factsAndOutcomes() {
        return Stream.concat(members(Fact.class), members(Outcome.class));
    }

    /** Every fact. */
    public static Stream<Class<?>> facts() {
        return members(Fact.class);
    }

    /** Every record of the API. */
    public static Stream<Class<?>> records() {
        return Stream.of(
                        factsAndOutcomes(),
                        members(Evidence.class),
                        Stream.of(
                                Decision.class,
                                DecisionRequest.class,
                                PackInfo.class,
                                PackApproval.class,
                                PackApproval.Signature.class,
                                Because.class,
                                Explanation.class,
                                Provenance.class,
                                Reason.class,
                                RuleRef.class,
                                TableRow.class,
                                AsOf.class,
                                Topic.class))
                .flatMap(each -> each);
    }

    private static Stream<Class<?>> members(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Valid::members) : Stream.of(type);
    }

    /** Valid values for every component, none of them null. */
    public static Object[] values(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        int[] step = new int[components.length];
        Object[] values = new Object[components.length];
        for (int attempt = 0; attempt < 100; attempt++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(components[i].getGenericType(), step[i]);
            }
            try {
                make(type, values);
                return values;
            } catch (InvalidValueException refused) {
                step[index(type, refused.field().replaceAll("\\[.*", ""))]++;
            }
        }
        throw new AssertionError("no valid " + type.getSimpleName() + " found, last " + Arrays.toString(values));
    }

    /** The place of a component. */
    public static int index(Class<?> type, String component) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component)) {
                return i;
            }
        }
        throw new AssertionError(type.getSimpleName() + " names a component it does not have: " + component);
    }

    /** Calls the canonical constructor; what it throws comes out as it is. */
    public static Object make(Class<?> type, Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A copy of the values with one changed. */
    public static Object[] with(Object[] values, int i, @Nullable Object value) {
        Object[] changed = values.clone();
        changed[i] = value;
        return changed;
    }

    /** Whether a component says that it may be null. */
    public static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What the Javadoc of the source says of each component. */
    public static Map<String, String> documentation(Class<?> type) {
        Path file = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        try {
            String source = Files.readString(file);
            String comment = source.substring(source.indexOf("/**"), source.indexOf("public record"));
            Matcher tag = Pattern.compile("@param (\\w+) (.*?)(?=\\s+\\* @|\\s+\\*/)", Pattern.DOTALL)
                    .matcher(comment);
            Map<String, String> found = new TreeMap<>();
            while (tag.find()) {
                found.put(tag.group(1), tag.group(2).replaceAll("\\s+\\*\\s+", " "));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Type type, int step) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (parameterized.getRawType() == SortedMap.class) {
                return new TreeMap<>(Map.of("en", value(arguments[1], step)));
            }
            List<Object> list = new ArrayList<>(List.of(value(arguments[0], step)));
            return parameterized.getRawType() == List.class ? list : new TreeSet<>(list);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return List.of("A1", "HK", "tiering").get(step);
        }
        if (plain == int.class || plain == Integer.class) {
            return 1 + step;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return true;
        }
        if (plain == BigDecimal.class) {
            return BigDecimal.valueOf(1L + step);
        }
        if (plain == Rate.class) {
            return Rate.of(1, 2);
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(2026, 10, 1).plusDays(step);
        }
        if (plain == Instant.class) {
            return Instant.parse("2026-10-01T00:00:00Z").plusSeconds(step);
        }
        if (plain == Duration.class) {
            return Duration.ofMinutes(90);
        }
        if (plain == YearMonth.class) {
            return YearMonth.of(2026, 10);
        }
        if (plain == MonthDay.class) {
            return MonthDay.of(5, 17);
        }
        if (plain == Currency.class) {
            return Currency.getInstance("HKD");
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isSealed()) {
            Class<?>[] members = plain.getPermittedSubclasses();
            return value(members[members.length - 1], 0);
        }
        return make(plain, values(plain));
    }
}
