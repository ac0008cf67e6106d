package org.riderrules.engine.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
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
                return (out, value) -> out.quoted(Scalars.text(value));
            }
            if (Enum.class.isAssignableFrom(type)) {
                return (out, value) -> out.string(((Enum<?>) value).name());
            }
            if (type == Topic.class || type == Currency.class || Scalars.isTime(type)) {
                return (out, value) -> out.quoted(Scalars.text(value));
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
        /** For each field the bytes before its value; a field without part is the tag and has no value. */
        private final byte[][] names;

        private final RecordShape.@Nullable Part[] parts;

        Fields(Class<?> type) {
            RecordShape shape = RecordShape.of(type);
            List<Field> fields = new ArrayList<>();
            for (RecordShape.Part part : shape.parts()) {
                fields.add(new Field(part.name(), quoted(part.name()) + ":", part));
            }
            String tag = shape.tag();
            if (tag != null) {
                fields.add(new Field(tag, quoted(tag) + ":" + quoted(shape.word()), null));
            }
            fields.sort(Comparator.comparing(Field::name, BY_CODE_POINT));
            names = new byte[fields.size()][];
            parts = new RecordShape.Part[fields.size()];
            for (int i = 0; i < names.length; i++) {
                names[i] = fields.get(i).text.getBytes(StandardCharsets.UTF_8);
                parts[i] = fields.get(i).part;
            }
        }

        private record Field(String name, String text, RecordShape.@Nullable Part part) {}

        private static String quoted(String name) {
            return '"' + name + '"';
        }

        @Override
        public void write(CanonicalOut out, Object value) {
            out.put('{');
            boolean more = false;
            for (int i = 0; i < names.length; i++) {
                RecordShape.Part part = parts[i];
                Object field = part == null ? null : part.of(value);
                if (part != null && field == null) {
                    continue;
                }
                if (more) {
                    out.put(',');
                }
                more = true;
                out.raw(names[i]);
                if (field != null && part != null && part.personal()) {
                    out.personal(field);
                } else if (field != null) {
                    CanonicalForm.of(field.getClass()).write(out, field);
                }
            }
            out.put('}');
        }
    }
}
