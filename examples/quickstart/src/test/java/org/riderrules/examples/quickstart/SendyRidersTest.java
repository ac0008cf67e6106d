package org.riderrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.RiderProfile;

class SendyRidersTest {
    @Test
    void Published_shares_become_the_counts_they_were_rounded_from() throws IOException {
        Rows rows = Rows.of("r.jsonl", """
                {"riderId":"R-1","completedOrders":51,"onTimeRate":0.7222,"overtimeRate":0.2778,"customerRating":4.4333,\
                "age":null,"extra":{"ordersMeasured":18,"severeOvertimeRate":0.0,"implausibleArrivalRate":0.6471,\
                "peakShare":0.3725,"tenureDays":31}}""");

        assertThat(rows.request(0).market()).isEqualTo("NBO");
        PerformanceWindow window = Rows.window(rows.request(0));
        assertThat(window.onTimeRate()).hasToString("13/18");
        assertThat(window.overtimeRate()).hasToString("0/18");
        assertThat(window.implausibleArrivalRate()).hasToString("33/51");
        assertThat(window.peakOrders()).isEqualTo(19);
        assertThat(window.customerRating()).isEqualByComparingTo(new BigDecimal("4.4333"));
        assertThat(rows.request(0).facts())
                .contains(RiderProfile.builder()
                        .joinedOn(LocalDate.of(2026, 10, 1))
                        .build());
    }

    @Test
    void A_share_that_no_count_rounds_to_stays_the_decimal_as_published() throws IOException {
        Rows rows = Rows.of(
                "r.jsonl",
                "{\"riderId\":\"R-1\",\"completedOrders\":3,\"onTimeRate\":0.7,\"extra\":{\"ordersMeasured\":3}}");

        assertThat(Rows.window(rows.request(0)).onTimeRate()).hasToString("7/10");
    }

    @Test
    void What_is_null_stays_unknown() throws IOException {
        Rows rows = Rows.of(
                "r.jsonl",
                "{\"riderId\":\"R-1\",\"completedOrders\":2,\"onTimeRate\":null,\"customerRating\":null,\"extra\":{}}");

        PerformanceWindow window = Rows.window(rows.request(0));
        assertThat(window.onTimeRate()).isNull();
        assertThat(window.customerRating()).isNull();
        assertThat(window.peakOrders()).isNull();
        assertThat(rows.request(0).facts()).hasSize(1);
    }

    @Test
    void A_bad_line_is_reported_with_its_number_and_spoils_no_other() throws IOException {
        Rows rows = Rows.of(
                "r.jsonl",
                "{\"riderId\":\"R-1\",\"completedOrders\":2}",
                "{\"riderId\":\"R-2\",\"completedOrders\":2",
                "{\"riderId\":3,\"completedOrders\":2}",
                "{\"riderId\":\"R-4\",\"completedOrders\":2.5}",
                "{\"riderId\":\"R-5\",\"completedOrders\":\"2\"}",
                "{\"riderId\":\"R-6\",\"completedOrders\":2,\"onTimeRate\":1.5}",
                "[]",
                "{\"riderId\":\"R-8\",\"completedOrders\":2}");

        assertThat(rows.riders()).hasSize(2);
        assertThat(rows.unreadable())
                .satisfiesExactly(
                        cut -> assertThat(cut).startsWith("r.jsonl:2: no JSON: "),
                        id -> assertThat(id).isEqualTo("r.jsonl:3: riderId is 3; a text is expected"),
                        half -> assertThat(half)
                                .isEqualTo("r.jsonl:4: completedOrders is 2.5; a whole number is expected"),
                        text -> assertThat(text)
                                .isEqualTo("r.jsonl:5: completedOrders is \"2\"; a number or null is expected"),
                        rate -> assertThat(rate).startsWith("r.jsonl:6: Rate.value is 1.5; allowed: "),
                        array -> assertThat(array).startsWith("r.jsonl:7: riderId is "));
    }
}
