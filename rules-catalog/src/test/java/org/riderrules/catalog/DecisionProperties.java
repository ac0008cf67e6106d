package org.riderrules.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;

/** What holds for the decisions of every topic. */
@StatisticsReport(onFailureOnly = true)
class DecisionProperties {
    private final RiderFacts make = RiderFacts.shipped();
    private final Laws laws = Laws.shipped();

    record Asked(Topic topic, Rider rider) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_same_facts_in_any_order_and_twice_give_the_same_decision(@ForAll("asked") Asked asked, @ForAll long seed) {
        laws.orderAndRepetitionDoNotMatter(asked.rider(), seed, asked.topic());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_same_facts_from_any_thread_give_the_same_decisions(@ForAll("asked") Asked asked) {
        laws.threadsDoNotMatter(asked.rider(), Shipped.topics().toArray(Topic[]::new));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void no_decision_needs_review(@ForAll("asked") Asked asked) {
        laws.needsNoReview(asked.rider(), asked.topic());
        laws.needsNoReview(asked.rider(), Shipped.topics().toArray(Topic[]::new));
        Variety.of(asked.rider(), laws.decide(asked.rider(), asked.topic()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_fact_that_the_pack_does_not_read_changes_nothing(
            @ForAll("askedWithUnrelated") Tuple3<Topic, Rider, List<Fact>> asked) {
        laws.unrelatedFactChangesNothing(asked.get2(), asked.get3(), asked.get1());
    }

    @Provide
    Arbitrary<Asked> asked() {
        return Arbitraries.of(Shipped.topics())
                .flatMap(topic -> make.riders(topic).map(rider -> new Asked(topic, rider)));
    }

    @Provide
    Arbitrary<Tuple3<Topic, Rider, List<Fact>>> askedWithUnrelated() {
        return asked().flatMap(asked -> {
            Set<String> unread = new TreeSet<>();
            Stream.of(Fact.class.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .forEach(unread::add);
            unread.removeAll(make.read(asked.topic()));
            return Arbitraries.of(unread)
                    .flatMap(type -> make.facts(asked.rider(), type))
                    .map(facts -> Tuple.of(asked.topic(), asked.rider(), facts));
        });
    }
}
