package org.riderrules.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Reads a field of a record by name, and makes a copy with another value. */
final class With {
    private With() {}

    static Object value(Record record, String field) {
        try {
            return component(record, field).getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static <R> R value(R record, String field, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getName().equals(field)
                        ? value
                        : components[i].getAccessor().invoke(record);
            }
            return (R) record.getClass()
                    .getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static RecordComponent component(Record record, String field) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(record.getClass() + " has no field " + field));
    }
}
