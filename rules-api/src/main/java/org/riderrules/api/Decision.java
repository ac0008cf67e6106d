package org.riderrules.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Personal;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/**
 * What was decided about one rider on one topic, why, and by which policy. Immutable, thread-safe.
 *
 * @param id under which the decision is recorded, {@code <topic>:<sequence>:<16 hex digits>}, derived from what is
 *     recorded and its place in the audit trail; null = the engine records nothing
 * @param riderId the rider, as the host named him
 * @param topic what was decided
 * @param market the market whose policy applied
 * @param capacity how the rider is engaged
 * @param scenario the scenario asked for; null = none in particular
 * @param asOf the effective day of the policy
 * @param knownAt when the facts were known
 * @param outcomes the results, in a stable documented order: by type name, then by code, then by their text; at least
 *     one
 * @param explanation why, for every outcome
 * @param provenance by which policy, on which facts
 */
public record Decision(
        @Nullable String id,
        @Personal String riderId,
        Topic topic,
        String market,
        Capacity capacity,
        @Nullable String scenario,
        LocalDate asOf,
        Instant knownAt,
        List<Outcome> outcomes,
        Explanation explanation,
        Provenance provenance) {

    private static final String TYPE = "Decision";

    /**
     * Copies {@code outcomes}.
     *
     * @throws InvalidValueException naming the first component that is missing
     */
    public Decision {
        if (id != null) {
            Require.code(TYPE, "id", id);
        }
        Require.present(TYPE, "riderId", riderId);
        Require.present(TYPE, "topic", topic);
        Require.present(TYPE, "market", market);
        Require.present(TYPE, "capacity", capacity);
        Require.present(TYPE, "asOf", asOf);
        Require.present(TYPE, "knownAt", knownAt);
        outcomes = Require.items(TYPE, "outcomes", outcomes);
        if (outcomes.isEmpty()) {
            throw new InvalidValueException(TYPE, "outcomes", "empty", "at least one outcome");
        }
        Require.present(TYPE, "explanation", explanation);
        Require.present(TYPE, "provenance", provenance);
    }

    /** The same decision, recorded under this id. */
    public Decision withId(String id) {
        return new Decision(
                id, riderId, topic, market, capacity, scenario, asOf, knownAt, outcomes, explanation, provenance);
    }

    /** The outcomes of one type, in order; empty when there is none. */
    public <T extends Outcome> List<T> outcomes(Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether there is an outcome of this type. */
    public boolean has(Class<? extends Outcome> type) {
        return outcomes.stream().anyMatch(type::isInstance);
    }

    /**
     * The decision for people: a line for each outcome with its reason. Not to be parsed; its form may change with any
     * version.
     *
     * @param locale English, Chinese (Simplified, Traditional), Brazilian Portuguese or Arabic; else English
     */
    public String summary(Locale locale) {
        StringBuilder text = new StringBuilder(256)
                .append(riderId)
                .append(' ')
                .append(topic)
                .append(' ')
                .append(market)
                .append(' ')
                .append(asOf)
                .append(" (v")
                .append(provenance.version())
                .append(')');
        for (Because each : explanation.because()) {
            text.append('\n').append(each.outcome().getClass().getSimpleName());
            text.append(' ').append(each.outcome().code()).append(": ");
            text.append(
                    each.grounds() instanceof Evidence.FiredRule fired
                            ? fired.text(locale)
                            : ((Evidence.EngineCheck) each.grounds()).found());
            each.texts().values().forEach(more -> text.append(' ').append(more.text(locale, bound(each.grounds()))));
        }
        return text.toString();
    }

    private static Map<String, String> bound(Evidence grounds) {
        return grounds instanceof Evidence.FiredRule fired ? fired.bindings() : Map.of();
    }
}
