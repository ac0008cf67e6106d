package org.riderrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.InspectionItem;
import org.riderrules.api.fact.Measure;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.WorkLog;

class DecisionRequestTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static DecisionRequest.Builder request() {
        return DecisionRequest.about("R-1001")
                .topic(Topic.TIERING)
                .market("HK")
                .capacity(Capacity.FLEET)
                .asOf(DAY);
    }

    private static Fact log(int day, int orders) {
        return WorkLog.builder()
                .day(DAY.withDayOfMonth(day))
                .completedOrders(orders)
                .build();
    }

    private static Fact window(Rate onTime) {
        return PerformanceWindow.builder()
                .periodFrom(DAY.minusMonths(1))
                .periodUntil(DAY)
                .onTimeRate(onTime)
                .build();
    }

    @Test
    void A_fact_given_twice_counts_once() {
        DecisionRequest request = request().fact(log(3, 7)).fact(log(3, 7)).build();
        assertThat(request.facts()).containsExactly(log(3, 7));
        assertThat(request).isEqualTo(request().fact(log(3, 7)).build());
    }

    @Property
    void The_order_in_which_facts_are_given_does_not_matter(@ForAll long seed) {
        List<Fact> facts = new ArrayList<>(List.of(
                log(3, 7),
                log(1, 2),
                log(2, 2),
                RiderProfile.builder().dependants(2).build(),
                window(Rate.of(186, 200)),
                window(Rate.of(93, 100)),
                new InspectionItem("I-1", "HELMET", true),
                new InspectionItem("I-1", "BRAKES", true),
                Measure.builder()
                        .name("km")
                        .value(new java.math.BigDecimal("12.5"))
                        .build()));
        DecisionRequest sorted = request().facts(facts).build();
        Collections.shuffle(facts, new Random(seed));
        DecisionRequest shuffled = request().facts(facts).build();
        assertThat(shuffled).isEqualTo(sorted).hasSameHashCodeAs(sorted);
        // Also the counts of the rate that stays, which equality does not see.
        assertThat(shuffled).hasToString(sorted.toString());
        assertThat(shuffled.facts()).hasSize(8);
    }

    @Test
    void Facts_are_sorted_by_type_and_identity() {
        DecisionRequest request = request()
                .fact(log(3, 7))
                .fact(RiderProfile.builder().build())
                .fact(log(1, 2))
                .build();
        assertThat(request.facts())
                .extracting(Fact::identity)
                .containsExactly("RiderProfile", "WorkLog 2026-11-01", "WorkLog 2026-11-03");
    }

    @Test
    void Two_facts_of_one_identity_that_differ_are_refused_with_both() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> request().fact(log(3, 7)).fact(log(3, 8)).build())
                .withMessageStartingWith("facts: two different facts are about WorkLog 2026-11-03: WorkLog[")
                .withMessageContainingAll("completedOrders=7", "completedOrders=8")
                .withMessageEndingWith("; give one of them, or give them different identities")
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("facts"));
    }

    @Test
    void At_least_one_topic_is_asked_for() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> DecisionRequest.about("R-1001")
                        .market("HK")
                        .capacity(Capacity.FLEET)
                        .asOf(DAY)
                        .build())
                .withMessage("DecisionRequest.topics is empty; allowed: at least one topic");
    }

    @Test
    void Topics_are_sorted_by_name_whatever_the_order_of_the_set_that_was_given() {
        TreeSet<Topic> backwards = new TreeSet<>(Comparator.reverseOrder());
        backwards.addAll(List.of(Topic.TIERING, Topic.WELFARE, Topic.INCENTIVES));
        DecisionRequest request =
                new DecisionRequest("R-1", backwards, "HK", Capacity.FLEET, null, DAY, null, List.of());
        assertThat(request.topics()).containsExactly(Topic.INCENTIVES, Topic.TIERING, Topic.WELFARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK", "BR-SP", "UK1", "ABCDEFGHIJKL"})
    void A_market_is_2_to_12_capital_letters_digits_and_hyphens(String market) {
        assertThat(request().market(market).build().market()).isEqualTo(market);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "hk", "1K", "-HK", "H K", "*", "ABCDEFGHIJKLM", "HK\n", "\u00c4\u00d6"})
    void Another_market_is_refused(String market) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().market(market).build())
                .withMessage("DecisionRequest.market is \"" + market
                        + "\"; allowed: 2 to 12 capital letters, digits and hyphens, a letter first");
    }

    @Test
    void What_is_missing_is_named() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> DecisionRequest.about(null).build())
                .withMessageContaining("must be given");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().market(null).build())
                .withMessageStartingWith("DecisionRequest.market is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().capacity(null).build())
                .withMessageStartingWith("DecisionRequest.capacity is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().asOf(null).build())
                .withMessageStartingWith("DecisionRequest.asOf is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().scenario(" ").build())
                .withMessageStartingWith("DecisionRequest.scenario is \" \"");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> DecisionRequest.about("R 1")
                        .topic(Topic.TIERING)
                        .market("HK")
                        .capacity(Capacity.FLEET)
                        .asOf(DAY)
                        .build())
                .withMessageStartingWith("DecisionRequest.riderId is \"R 1\"");
    }

    @Test
    void A_null_among_facts_or_topics_is_refused_with_its_index() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().fact(null))
                .withMessageStartingWith("DecisionRequest.fact is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().facts(Arrays.asList(log(1, 1), null)))
                .withMessageStartingWith("DecisionRequest.facts[1] is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().topics(Arrays.asList(Topic.WELFARE, null)))
                .withMessageStartingWith("DecisionRequest.topics[1] is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request().topic(null))
                .withMessageStartingWith("DecisionRequest.topic is null");
    }

    @Test
    void A_builder_used_again_does_not_change_what_it_built() {
        DecisionRequest.Builder builder = request();
        DecisionRequest first = builder.build();
        builder.fact(log(1, 1)).topic(Topic.WELFARE);
        assertThat(first.facts()).isEmpty();
        assertThat(first.topics()).containsExactly(Topic.TIERING);
    }
}
