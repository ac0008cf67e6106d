package org.riderrules.engine.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/** How the values of one class look in canonical form. Immutable, thread-safe. */
interface CanonicalForm {
    /** Beyond this many digits before or after the point a decimal is a mistake or an attack. */
    int LONGEST_DECIMAL = 1_000;

    /** The order of Unicode code points, which is also that of UTF-8 bytes. */
    Comparator<String> BY_CODE_POINT = (one, two) -> {
        int end = Math.min(one.length(), two.length());
        for (int i = 0; i < end; i++) {
            char a = one.charAt(i);
            char b = two.charAt(i);
            if (a != b) {
                boolean surrogate = Character.isSurrogate(a) || Character.isSurrogate(b);
                return surrogate ? Integer.compare(one.codePointAt(i), two.codePointAt(i)) : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), two.length());
    };

    /** Writes a value of the class. */
    void write(CanonicalOut out, Object value);

    /**
     * The form of a class.
     *
     * @throws IllegalArgumentException when the class has none
     */
    static CanonicalForm of(Class<?> type) {
        return Forms.BY_CLASS.get(type);
    }

    /** What a key of a map is called. */
    static String key(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        if (key instanceof Enum<?> constant) {
            return constant.name();
        }
        if (key instanceof Topic topic) {
            return topic.name();
        }
        throw new IllegalArgumentException("a map with the key " + key + "; keys are strings, enums or topics");
    }

    /** In Unicode normalisation form C. */
    static String normalised(String text) {
        return CanonicalOut.needsNormalising(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    }

    /** Without exponent and trailing zeros, so that equal numbers look equal. */
    static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST_DECIMAL || number.precision() > LONGEST_DECIMAL) {
            throw new IllegalArgumentException(
                    "a decimal of more than " + LONGEST_DECIMAL + " digits; decimals of the API have at most 30");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The forms that were asked for, each made once. */
    final class Forms {
        private static final ClassValue<CanonicalForm> BY_CLASS = new ClassValue<>() {
            @Override
            protected CanonicalForm computeValue(Class<?> type) {
                return make(type);
            }
        };

        private Forms() {}

        private static CanonicalForm make(Class<?> type) {
            if (type == String.class) {
                return (out, value) -> out.string((String) value);
            }
            if (type == LocalDate.class) {
                return (out, value) -> out.date((LocalDate) value);
            }
            if (type == Rate.class) {
                return (out, value) -> out.rate((Rate) value);
            }
            if (type == Integer.class || type == Long.class) {
                return (out, value) -> out.whole(((Number) value).longValue());
            }
            if (type == Boolean.class) {
                return (out, value) -> out.ascii(((Boolean) value) ? "true" : "false");
            }
            if (type == BigDecimal.class) {
                return (out, value) -> out.quoted(plain((BigDecimal) value));
            }
            if (Enum.class.isAssignableFrom(type)) {
                return (out, value) -> out.string(((Enum<?>) value).name());
            }
            if (type == Topic.class) {
                return (out, value) -> out.quoted(((Topic) value).name());
            }
            if (type == Currency.class) {
                return (out, value) -> out.quoted(((Currency) value).getCurrencyCode());
            }
            if (type == Instant.class || type == Duration.class || type == YearMonth.class || type == MonthDay.class) {
                return (out, value) -> out.quoted(value.toString());
            }
            if (List.class.isAssignableFrom(type)) {
                return (out, value) -> out.list((List<?>) value);
            }
            if (SortedSet.class.isAssignableFrom(type)) {
                return (out, value) -> out.set((SortedSet<?>) value);
            }
            if (Map.class.isAssignableFrom(type)) {
                return (out, value) -> out.map((Map<?, ?>) value);
            }
            if (type == Evidence.FiredRule.class) {
                return (out, value) -> out.rule((Evidence.FiredRule) value);
            }
            if (type.isRecord()) {
                return new Fields(type);
            }
            throw new IllegalArgumentException("no canonical form for " + type.getName()
                    + "; it has records, strings, whole numbers, BigDecimal, Rate, booleans, enums, dates,"
                    + " instants, durations, months, currencies, topics, lists, sorted sets and maps");
        }
    }

    /** A record: its components by name. */
    final class Fields implements CanonicalForm {
        private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

        /** For each field the bytes before its value; a field without getter is the tag and has no value. */
        private final byte[][] names;

        private final @Nullable MethodHandle[] getters;

        Fields(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                fields.add(new Field(component.getName(), quoted(component.getName()) + ":", getter(component)));
            }
            String tag = Evidence.class.isAssignableFrom(type) ? Nodes.KEY : "type";
            if (isOneOfSeveral(type)) {
                if (fields.stream().anyMatch(field -> field.name.equals(tag))) {
                    throw new IllegalArgumentException("the record " + type.getName() + " has a component \"" + tag
                            + "\" where its own name goes");
                }
                String word = tag.equals(Nodes.KEY) ? Nodes.word(type) : type.getSimpleName();
                fields.add(new Field(tag, quoted(tag) + ":" + quoted(word), null));
            }
            fields.sort(Comparator.comparing(Field::name, BY_CODE_POINT));
            names = new byte[fields.size()][];
            getters = new MethodHandle[fields.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = fields.get(i).text.getBytes(StandardCharsets.UTF_8);
                getters[i] = fields.get(i).getter;
            }
        }

        private record Field(
                String name, String text, @Nullable MethodHandle getter) {}

        private static String quoted(String name) {
            return '"' + name + '"';
        }

        private static MethodHandle getter(RecordComponent component) {
            Method accessor = component.getAccessor();
            try {
                accessor.trySetAccessible();
                return MethodHandles.lookup().unreflect(accessor).asType(GETTER);
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException("cannot read " + accessor, e);
            }
        }

        private static boolean isOneOfSeveral(Class<?> type) {
            return Arrays.stream(type.getInterfaces()).anyMatch(each -> each.isSealed() || isOneOfSeveral(each));
        }

        @Override
        public void write(CanonicalOut out, Object value) {
            out.put('{');
            boolean more = false;
            for (int i = 0; i < names.length; i++) {
                MethodHandle getter = getters[i];
                Object field = getter == null ? null : get(getter, value);
                if (getter != null && field == null) {
                    continue;
                }
                if (more) {
                    out.put(',');
                }
                more = true;
                out.raw(names[i]);
                if (field != null) {
                    CanonicalForm.of(field.getClass()).write(out, field);
                }
            }
            out.put('}');
        }

        private static @Nullable Object get(MethodHandle getter, Object value) {
            try {
                return (Object) getter.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalArgumentException(
                        "cannot read " + value.getClass().getName(), e);
            }
        }
    }
}
