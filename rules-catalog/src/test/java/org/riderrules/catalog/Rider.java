package org.riderrules.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;

/** A made-up rider: where, how and when he is asked about, and what is known. One fact for each identity. */
record Rider(String market, Capacity capacity, String scenario, LocalDate asOf, List<Fact> facts) {

    Rider {
        Set<String> seen = new HashSet<>();
        facts = facts.stream().filter(fact -> seen.add(fact.identity())).toList();
    }

    DecisionRequest about(Topic... topics) {
        return about(facts, topics);
    }

    /** As {@link #about(Topic...)}, with these facts in this order. */
    DecisionRequest about(List<Fact> given, Topic... topics) {
        return DecisionRequest.about("R-1")
                .topics(Arrays.asList(topics))
                .market(market)
                .capacity(capacity)
                .scenario(scenario)
                .asOf(asOf)
                .knownAt(Instant.EPOCH)
                .facts(given)
                .build();
    }

    Rider with(Fact fact) {
        List<Fact> more = new ArrayList<>(List.of(fact));
        more.addAll(facts);
        return new Rider(market, capacity, scenario, asOf, more);
    }

    Rider without(Predicate<Fact> unwanted) {
        return new Rider(
                market,
                capacity,
                scenario,
                asOf,
                facts.stream().filter(unwanted.negate()).toList());
    }

    /** With every fact of this type changed. */
    <F extends Fact> Rider changing(Class<F> type, UnaryOperator<F> change) {
        return new Rider(
                market,
                capacity,
                scenario,
                asOf,
                facts.stream()
                        .map(fact -> type.isInstance(fact) ? (Fact) change.apply(type.cast(fact)) : fact)
                        .toList());
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What is not known is left out: a sample that fails should be short. */
    @Override
    public String toString() {
        return market + " " + capacity + (scenario == null ? "" : " " + scenario) + " " + asOf
                + facts.stream()
                        .map(fact -> "\n  "
                                + fact.toString()
                                        .replaceAll("(, )?\\w+=null", "")
                                        .replace("[, ", "["))
                        .collect(Collectors.joining());
    }
}
