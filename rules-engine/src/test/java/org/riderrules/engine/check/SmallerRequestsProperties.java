package org.riderrules.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Rate;
import org.riderrules.engine.json.Samples;

class SmallerRequestsProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 14);

    @Property(tries = 100)
    void whatever_the_request_making_it_smaller_comes_to_an_end_and_leaves_nothing(@ForAll long seed) {
        DecisionRequest request = new Samples(seed).request();

        DecisionRequest smallest = smallest(request, any -> true);

        assertThat(smallest.facts()).isEmpty();
        assertThat(smallest.topics()).hasSize(1);
        assertThat(smallest.scenario()).isNull();
        assertThat(smallest.capacity()).isEqualTo(Capacity.CROWDSOURCED);
        assertThat(smallest.riderId()).isEqualTo(Case.RIDER);
    }

    @Property
    void every_simpler_number_is_one_step_on_a_way_that_ends_at_zero(@ForAll int number) {
        Object simplest = number;
        int steps = 0;
        while (!SimplerValues.of(simplest, DAY).isEmpty()) {
            // The last is the smallest step, so this is the longest way.
            List<Object> simpler = SimplerValues.of(simplest, DAY);
            simplest = simpler.get(simpler.size() - 1);
            assertThat(steps++).isLessThan(200);
        }
        assertThat(simplest).isEqualTo(0);
    }

    @Example
    void a_decimal_loses_digits() {
        assertThat(SimplerValues.of(new BigDecimal("37.45"), DAY))
                .startsWith(BigDecimal.ZERO, BigDecimal.ONE)
                .contains(new BigDecimal("30"), new BigDecimal("40"), new BigDecimal("37"), new BigDecimal("37.4"))
                .doesNotContain(new BigDecimal("37.45"), new BigDecimal("37.46"));
    }

    @Example
    void a_rate_goes_to_round_shares() {
        assertThat(SimplerValues.of(Rate.of(186, 200), DAY).stream().map(Object::toString))
                .containsExactly("0/1", "1/1", "1/2", "2/2", "9/10", "10/10", "93/100", "185/200");
    }

    @Example
    void a_day_comes_closer_and_a_time_gets_shorter() {
        assertThat(SimplerValues.of(DAY.minusDays(10), DAY)).containsExactly(DAY, DAY.minusDays(5), DAY.minusDays(9));
        assertThat(SimplerValues.of(DAY, DAY)).isEmpty();
        assertThat(SimplerValues.of(Duration.ofMinutes(150), DAY))
                .containsExactly(Duration.ZERO, Duration.ofHours(2), Duration.ofMinutes(75));
    }

    private static DecisionRequest smallest(DecisionRequest request, Predicate<DecisionRequest> still) {
        DecisionRequest smallest = request;
        for (int steps = 0; steps < 10_000; steps++) {
            DecisionRequest next = SmallerRequests.of(smallest).stream()
                    .filter(still)
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return smallest;
            }
            smallest = next;
        }
        throw new AssertionError("no end for " + request);
    }
}
