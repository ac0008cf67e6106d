package org.riderrules.engine.check;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.pack.FactFields;

/**
 * The requests that are one step smaller than another, large steps first. Whoever goes on from one of them comes to an
 * end: each leaves something out or makes one value simpler.
 */
final class SmallerRequests {
    /** A period is not made simpler day by day, but at once the one that a case need not state. */
    private static final Set<String> PERIOD = Set.of("periodFrom", "periodUntil");

    private final DecisionRequest from;
    private final List<DecisionRequest> smaller = new ArrayList<>();

    private SmallerRequests(DecisionRequest from) {
        this.from = from;
    }

    static List<DecisionRequest> of(DecisionRequest request) {
        SmallerRequests smaller = new SmallerRequests(request);
        smaller.topics();
        smaller.frame();
        smaller.fewerFacts();
        smaller.simplerFacts();
        return smaller.smaller;
    }

    private void topics() {
        if (from.topics().size() > 1) {
            for (Topic topic : from.topics()) {
                Set<Topic> rest = new TreeSet<>(from.topics());
                rest.remove(topic);
                add(copy(from.facts()).topics(rest));
            }
        }
    }

    /** What a case need not say. */
    private void frame() {
        LocalDate asOf = from.asOf();
        if (!from.riderId().equals(Case.RIDER)
                || !asOf.atStartOfDay().toInstant(ZoneOffset.UTC).equals(from.knownAt())) {
            add(copy(from.facts(), Case.RIDER, from.capacity(), from.scenario())
                    .topics(from.topics())
                    .knownAt(asOf.atStartOfDay().toInstant(ZoneOffset.UTC)));
        }
        if (from.scenario() != null) {
            add(copy(from.facts(), from.riderId(), from.capacity(), null).topics(from.topics()));
        }
        if (from.capacity() != Capacity.CROWDSOURCED) {
            add(copy(from.facts(), from.riderId(), Capacity.CROWDSOURCED, from.scenario())
                    .topics(from.topics()));
        }
    }

    private void fewerFacts() {
        List<Fact> facts = from.facts();
        for (int size = facts.size(); size >= 1; size = size / 2) {
            for (int start = 0; start < facts.size(); start += size) {
                List<Fact> rest = new ArrayList<>(facts.subList(0, start));
                rest.addAll(facts.subList(Math.min(facts.size(), start + size), facts.size()));
                add(copy(rest).topics(from.topics()));
            }
        }
    }

    private void simplerFacts() {
        List<Fact> facts = from.facts();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (fact instanceof PerformanceWindow window) {
                lastMonth(i, window);
            }
            for (String field : FactFields.names(fact)) {
                if (PERIOD.contains(field)) {
                    continue;
                }
                @Nullable Object value = FactFields.value(fact, field);
                if (value != null) {
                    replace(i, field, null);
                    for (Object simpler : SimplerValues.of(value, from.asOf())) {
                        replace(i, field, simpler);
                    }
                }
            }
        }
    }

    private void lastMonth(int place, PerformanceWindow window) {
        LastMonth month = LastMonth.before(from.asOf());
        if (!month.isThatOf(window)) {
            try {
                Fact begun = FactFields.with(window, "periodFrom", month.from());
                replace(place, FactFields.with(begun, "periodUntil", month.until()));
            } catch (RiderRulesException notAllowed) {
                // A period that ends before it begins on the way there.
            }
        }
    }

    private void replace(int place, String field, @Nullable Object value) {
        try {
            replace(place, FactFields.with(from.facts().get(place), field, value));
        } catch (RiderRulesException notAllowed) {
            // Not a smaller request, but none.
        }
    }

    private void replace(int place, Fact fact) {
        List<Fact> facts = new ArrayList<>(from.facts());
        facts.set(place, fact);
        add(copy(facts).topics(from.topics()));
    }

    private DecisionRequest.Builder copy(List<Fact> facts) {
        return copy(facts, from.riderId(), from.capacity(), from.scenario());
    }

    private DecisionRequest.Builder copy(List<Fact> facts, String rider, Capacity capacity, @Nullable String scenario) {
        return DecisionRequest.about(rider)
                .market(from.market())
                .capacity(capacity)
                .scenario(scenario)
                .asOf(from.asOf())
                .knownAt(from.knownAt())
                .facts(facts);
    }

    private void add(DecisionRequest.Builder builder) {
        try {
            smaller.add(builder.build());
        } catch (RiderRulesException notAllowed) {
            // Two facts became about the same thing.
        }
    }
}
