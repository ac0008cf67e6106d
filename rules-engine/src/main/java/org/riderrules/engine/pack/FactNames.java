package org.riderrules.engine.pack;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Fact;

/** The facts of the API and their fields, as authors name them. Immutable, thread-safe. */
final class FactNames {
    private static final SortedMap<String, List<RecordComponent>> FIELDS = fields();

    // What the records of the API accept only together; a test builds every fact with each field alone.
    private static final Map<String, List<String>> TOGETHER = Map.of(
            "Appeal", List.of("ruling", "reviewer", "reviewedOn"),
            "EarlierDecision", List.of("currency", "amount"),
            "Engagement", List.of("currency", "income"));

    private FactNames() {}

    /** All facts, sorted. */
    static Collection<String> facts() {
        return FIELDS.keySet();
    }

    /** All fields of a fact in the order of its record; empty for a fact that does not exist. */
    static List<String> fields(String fact) {
        return FIELDS.getOrDefault(fact, List.of()).stream()
                .map(RecordComponent::getName)
                .toList();
    }

    /** The fields of a fact that a host may leave unknown. */
    static List<String> optionalFields(String fact) {
        return FIELDS.getOrDefault(fact, List.of()).stream()
                .filter(field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** The other fields that a fact accepts only together with this one: one cannot be unknown without the others. */
    static List<String> givenTogether(String fact, String field) {
        List<String> together = TOGETHER.getOrDefault(fact, List.of());
        return together.contains(field)
                ? together.stream().filter(other -> !other.equals(field)).toList()
                : List.of();
    }

    private static SortedMap<String, List<RecordComponent>> fields() {
        Map<String, List<RecordComponent>> fields = Arrays.stream(Fact.class.getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, fact -> List.of(fact.getRecordComponents())));
        return Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
