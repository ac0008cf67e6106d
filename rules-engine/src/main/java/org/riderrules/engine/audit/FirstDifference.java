package org.riderrules.engine.audit;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.json.CanonicalJson;

/**
 * The first place at which two values differ, in the order of components and items.
 *
 * @param where the path, for instance {@code decisions[0].outcomes[1].outcome.amount}
 * @param one what stands there in the one, canonical JSON, at most 400 characters; {@code nothing} when it ends before
 * @param other what stands there in the other
 */
record FirstDifference(String where, String one, String other) {
    private static final int LONGEST = 400;

    /** Finds it; null = there is none. */
    static @Nullable FirstDifference between(String where, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return one instanceof List<?> && other instanceof List<?>
                    ? lists(where, (List<?>) one, (List<?>) other)
                    : Objects.equals(one, other) ? null : new FirstDifference(where, text(one), text(other));
        }
        if (one instanceof List<?> list) {
            return lists(where, list, (List<?>) other);
        }
        if (one instanceof Map<?, ?> map) {
            return maps(where, map, (Map<?, ?>) other);
        }
        if (one.getClass().isRecord() && !text(one).startsWith("\"")) {
            return records(where, one, other);
        }
        // By what is recorded, not by equals: 93/100 and 186/200 are one rate and two records.
        return text(one).equals(text(other)) ? null : new FirstDifference(where, text(one), text(other));
    }

    private static @Nullable FirstDifference lists(String where, List<?> one, List<?> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            FirstDifference difference = between(
                    where + "[" + i + "]", i < one.size() ? one.get(i) : null, i < other.size() ? other.get(i) : null);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable FirstDifference maps(String where, Map<?, ?> one, Map<?, ?> other) {
        SortedSet<String> keys = new TreeSet<>();
        one.keySet().forEach(key -> keys.add(String.valueOf(key)));
        other.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            FirstDifference difference = between(where + "." + key, one.get(key), other.get(key));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable FirstDifference records(String where, Object one, Object other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            String name = where.isEmpty() ? component.getName() : where + "." + component.getName();
            FirstDifference difference = between(name, value(component, one), value(component, other));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every recorded record is public", e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        String text = CanonicalJson.text(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
