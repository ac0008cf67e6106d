package org.riderrules.examples.quickstart;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.explain.TableRow;

/** Facts, outcomes and rows in words, without what is not known. */
final class Words {
    private Words() {}

    /** The name of the type and what is known: {@code TierAssigned tier GOLD, rank 2}. */
    static String of(Object record) {
        StringJoiner words = new StringJoiner(", ", record.getClass().getSimpleName() + " ", "");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            if (value != null && !(value instanceof Collection<?> many && many.isEmpty())) {
                words.add(component.getName() + " " + value);
            }
        }
        return words.toString();
    }

    /** The cells of a row, its days, and where its numbers come from: {@code tier GOLD, rank 2 (Rider Charter)}. */
    static String of(TableRow row) {
        StringJoiner words = new StringJoiner(", ", "", " (" + row.source() + ")");
        row.values().forEach((column, cell) -> words.add(column + " " + cell));
        if (row.from() != null) {
            words.add("from " + row.from());
        }
        if (row.until() != null) {
            words.add("until " + row.until());
        }
        return words.toString();
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a public record cannot be read: " + component, e);
        }
    }
}
