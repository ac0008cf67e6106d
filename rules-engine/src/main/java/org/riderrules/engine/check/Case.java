package org.riderrules.engine.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;

/**
 * One case of a pack: a sentence with a date, what is given, and what must come out. Immutable, thread-safe.
 *
 * @param name the sentence, unique in its file
 * @param asOf the effective day of the policy
 * @param market the market whose policy applies
 * @param capacity how the rider is engaged; a case that does not say is about {@link Capacity#CROWDSOURCED}
 * @param scenario where or when he works; null = none in particular
 * @param also further topics that are decided in the same request
 * @param knownAt when the facts were known; null = at the beginning of the effective day, UTC
 * @param given what is known about the rider
 * @param expected what must come out
 * @param file the path within the pack source
 * @param line its line in that file, from 1
 */
public record Case(
        String name,
        LocalDate asOf,
        String market,
        Capacity capacity,
        @Nullable String scenario,
        List<Topic> also,
        @Nullable Instant knownAt,
        List<Fact> given,
        Expectation expected,
        String file,
        int line) {

    /** The rider that cases are about. */
    public static final String RIDER = "R-1";

    /** Copies {@code also} and {@code given}. */
    public Case {
        Require.text("Case", "name", name);
        also = List.copyOf(also);
        given = List.copyOf(given);
    }

    /**
     * The request of this case. Does not depend on a clock.
     *
     * @param topic the topic whose decision the case is about; {@code also} comes on top
     * @throws org.riderrules.api.error.RiderRulesException when the parts of the case do not go together
     */
    public DecisionRequest request(Topic topic) {
        return DecisionRequest.about(RIDER)
                .topic(topic)
                .topics(also)
                .market(market)
                .capacity(capacity)
                .scenario(scenario)
                .asOf(asOf)
                .knownAt(knownAt == null ? asOf.atStartOfDay().toInstant(ZoneOffset.UTC) : knownAt)
                .facts(given)
                .build();
    }

    /** {@code file:line}. */
    public String where() {
        return file + ":" + line;
    }
}
