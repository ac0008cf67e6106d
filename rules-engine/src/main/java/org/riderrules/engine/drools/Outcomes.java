package org.riderrules.engine.drools;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.EngineOutcome;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.OwnedBy;

/** Which outcomes there are, and whose they are. */
public final class Outcomes {
    private static final Set<Class<?>> TYPES =
            records(Outcome.class).collect(Collectors.toCollection(LinkedHashSet::new));

    private Outcomes() {}

    /** All records under {@link Outcome}. */
    static Set<Class<?>> types() {
        return TYPES;
    }

    /** Whether packs of this topic may give this outcome. */
    public static boolean allowed(Class<?> outcome, Topic topic) {
        OwnedBy owner = outcome.getAnnotation(OwnedBy.class);
        return !EngineOutcome.class.isAssignableFrom(outcome)
                && (owner == null || owner.value().equals(topic.name()));
    }

    /** Whose outcome it is, in an author's words. */
    public static String owner(Class<?> outcome) {
        if (EngineOutcome.class.isAssignableFrom(outcome)) {
            return "the engine";
        }
        OwnedBy owner = outcome.getAnnotation(OwnedBy.class);
        return owner == null ? "every topic" : "topic " + owner.value();
    }

    /** The topic whose packs alone give this outcome; null when every topic's may, or only the engine. */
    static @Nullable String ownerTopic(Class<?> outcome) {
        OwnedBy owner = outcome.getAnnotation(OwnedBy.class);
        return owner == null ? null : owner.value();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Outcomes::records)
                : Stream.of(type);
    }
}
