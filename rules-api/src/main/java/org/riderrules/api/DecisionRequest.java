package org.riderrules.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Personal;
import org.riderrules.api.fact.Topic;

/**
 * A question about one rider, on one day, for one or more topics. Immutable, thread-safe. Two requests with the same
 * facts are equal, whatever the order in which the facts were given; a fact given twice counts once.
 *
 * @param riderId the rider, as the host names him; 1 to 120 letters, digits and {@code _ . : / -}
 * @param topics what to decide, at least one
 * @param market the market whose policy applies: 2 to 12 capital letters, digits and hyphens, a letter first
 * @param capacity how the rider is engaged
 * @param scenario where or when he works, selects table rows, for instance {@code PEAK}; null = none in particular
 * @param asOf the effective day of the policy
 * @param knownAt when the facts were known; null = when the engine is asked, by its clock
 * @param facts what is known about the rider, sorted by type and identity, without duplicates
 */
public record DecisionRequest(
        @Personal String riderId,
        SortedSet<Topic> topics,
        String market,
        Capacity capacity,
        @Nullable String scenario,
        LocalDate asOf,
        @Nullable Instant knownAt,
        List<Fact> facts) {

    private static final String TYPE = "DecisionRequest";
    private static final Pattern MARKET = Pattern.compile("[A-Z][A-Z0-9-]{1,11}");
    private static final Comparator<Fact> ORDER =
            Comparator.comparing((Fact fact) -> fact.getClass().getSimpleName()).thenComparing(Fact::identity);

    /**
     * Checks, sorts and copies.
     *
     * @throws InvalidValueException naming the first field whose value is not allowed
     * @throws InvalidRequestException when two facts of one identity differ
     */
    public DecisionRequest {
        Require.code(TYPE, "riderId", riderId);
        topics = Collections.unmodifiableSortedSet(new TreeSet<>(present("topics", topics)));
        if (topics.isEmpty()) {
            throw new InvalidValueException(TYPE, "topics", "empty", "at least one topic");
        }
        if (!MARKET.matcher(Require.present(TYPE, "market", market)).matches()) {
            throw new InvalidValueException(
                    TYPE,
                    "market",
                    "\"" + market + "\"",
                    "2 to 12 capital letters, digits and hyphens, a letter first");
        }
        Require.present(TYPE, "capacity", capacity);
        if (scenario != null) {
            Require.code(TYPE, "scenario", scenario);
        }
        Require.present(TYPE, "asOf", asOf);
        facts = canonical(present("facts", facts));
    }

    /** Starts a request about one rider. */
    public static Builder about(String riderId) {
        return new Builder(riderId);
    }

    private static <T> Collection<T> present(String field, @Nullable Collection<T> values) {
        Collection<T> given = Require.present(TYPE, field, values);
        int i = 0;
        for (T value : given) {
            Require.present(TYPE, field + "[" + i++ + "]", value);
        }
        return given;
    }

    private static List<Fact> canonical(Collection<Fact> facts) {
        if (facts.size() < 2) {
            return List.copyOf(facts);
        }
        SortedMap<Fact, Fact> sorted = new TreeMap<>(ORDER);
        for (Fact fact : facts) {
            Fact other = sorted.putIfAbsent(fact, fact);
            if (other == null) {
                continue;
            }
            if (!other.equals(fact)) {
                throw new InvalidRequestException(
                        "facts",
                        "two different facts are about " + fact.identity() + ": " + other + " and " + fact,
                        "give one of them, or give them different identities");
            }
            // Equal facts may count a rate differently (93/100, 186/200); which one stays must not depend on the order.
            if (fact.toString().compareTo(other.toString()) < 0) {
                sorted.put(fact, fact);
            }
        }
        return List.copyOf(sorted.values());
    }

    /** Builds a {@link DecisionRequest}; not thread-safe. */
    public static final class Builder {
        private final String riderId;
        private final SortedSet<Topic> topics = new TreeSet<>();
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable String market;
        private @Nullable Capacity capacity;
        private @Nullable String scenario;
        private @Nullable LocalDate asOf;
        private @Nullable Instant knownAt;

        private Builder(String riderId) {
            this.riderId = riderId;
        }

        /** Adds a topic to decide. */
        public Builder topic(Topic topic) {
            topics.add(Require.present(TYPE, "topic", topic));
            return this;
        }

        /** Adds topics to decide. */
        public Builder topics(Collection<Topic> more) {
            topics.addAll(present("topics", more));
            return this;
        }

        /** Sets the market whose policy applies. */
        public Builder market(String market) {
            this.market = market;
            return this;
        }

        /** Sets how the rider is engaged. */
        public Builder capacity(Capacity capacity) {
            this.capacity = capacity;
            return this;
        }

        /** Sets where or when the rider works; null or not set = none in particular. */
        public Builder scenario(@Nullable String scenario) {
            this.scenario = scenario;
            return this;
        }

        /** Sets the effective day of the policy. */
        public Builder asOf(LocalDate asOf) {
            this.asOf = asOf;
            return this;
        }

        /** Sets when the facts were known; null or not set = when the engine is asked, by its clock. */
        public Builder knownAt(@Nullable Instant knownAt) {
            this.knownAt = knownAt;
            return this;
        }

        /** Adds a fact. */
        public Builder fact(Fact fact) {
            facts.add(Require.present(TYPE, "fact", fact));
            return this;
        }

        /** Adds facts. */
        public Builder facts(Collection<? extends Fact> more) {
            facts.addAll(present("facts", more));
            return this;
        }

        /**
         * Builds the request.
         *
         * @throws InvalidValueException naming the first field that is missing or not allowed
         * @throws InvalidRequestException when two facts of one identity differ
         */
        public DecisionRequest build() {
            return new DecisionRequest(
                    riderId,
                    topics,
                    Require.present(TYPE, "market", market),
                    Require.present(TYPE, "capacity", capacity),
                    scenario,
                    Require.present(TYPE, "asOf", asOf),
                    knownAt,
                    facts);
        }
    }
}
