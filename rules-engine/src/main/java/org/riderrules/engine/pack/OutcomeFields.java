package org.riderrules.engine.pack;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.outcome.EngineOutcome;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.Recommendation;

/** The outcomes that a pack can give and that hold by themselves, and their components. Immutable, thread-safe. */
public final class OutcomeFields {
    private static final SortedMap<String, Class<?>> TYPES = types();

    private OutcomeFields() {}

    /** The simple names of the outcomes. */
    static List<String> outcomes() {
        return List.copyOf(TYPES.keySet());
    }

    /** The components of an outcome that are a text, a whole number or a constant; none for one that does not exist. */
    static List<String> words(String outcome) {
        return components(outcome).stream()
                .filter(each -> isWord(each.getType()))
                .map(RecordComponent::getName)
                .toList();
    }

    /** The constants that such a component can have; empty when it can have any text or number. */
    static List<String> constants(String outcome, String component) {
        return components(outcome).stream()
                .filter(each ->
                        each.getName().equals(component) && each.getType().isEnum())
                .flatMap(each -> Arrays.stream(each.getType().getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** Whether an outcome always has an end of its own. */
    static boolean hasEnd(String outcome) {
        return components(outcome).stream()
                .anyMatch(each -> each.getName().equals("validUntil")
                        && !each.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** What such a component of an outcome says; null when it has none of the name. */
    static @Nullable String text(Outcome outcome, String component) {
        Object value = value(outcome, component);
        return value instanceof Enum<?> constant ? constant.name() : value == null ? null : value.toString();
    }

    /** The day in a component of an outcome; null when it has none of the name. */
    public static @Nullable LocalDate day(Outcome outcome, String component) {
        return value(outcome, component) instanceof LocalDate day ? day : null;
    }

    private static @Nullable Object value(Outcome outcome, String component) {
        try {
            for (RecordComponent each : outcome.getClass().getRecordComponents()) {
                if (each.getName().equals(component)) {
                    return each.getAccessor().invoke(outcome);
                }
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every outcome is a public record", e);
        }
    }

    private static boolean isWord(Class<?> type) {
        return type == String.class || type == int.class || type.isEnum();
    }

    private static List<RecordComponent> components(String outcome) {
        Class<?> type = TYPES.get(outcome);
        return type == null ? List.of() : List.of(type.getRecordComponents());
    }

    private static SortedMap<String, Class<?>> types() {
        SortedMap<String, Class<?>> types = records(Outcome.class)
                .filter(type -> !EngineOutcome.class.isAssignableFrom(type))
                .filter(type -> !Recommendation.class.isAssignableFrom(type))
                .collect(Collectors.toMap(Class::getSimpleName, type -> type, (one, other) -> one, TreeMap::new));
        return Collections.unmodifiableSortedMap(types);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OutcomeFields::records)
                : Stream.of(type);
    }
}
