package org.riderrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;

class SendyDeliveriesTest {
    private static final String HEADER = "orderId,riderId,dayOfMonth,placed,distanceKm,rideSeconds";

    @Test
    void Deliveries_become_one_window_for_each_rider_in_the_order_of_the_file() throws IOException {
        Rows rows = Rows.of(
                "d.csv",
                HEADER,
                "O-1,R-2,9,12:59:59,4,700",
                "O-2,R-1,9,14:00:00,4,800",
                "",
                "O-3,R-2,9,17:00:00,10,60");

        assertThat(rows.unreadable()).isEmpty();
        assertThat(rows.riders()).extracting(Row.Rider::where).containsExactly("d.csv:2", "d.csv:3");
        assertThat(rows.riders()).extracting(rider -> rider.request().riderId()).containsExactly("R-2", "R-1");
        PerformanceWindow window = Rows.window(rows.request(0));
        assertThat(window.periodFrom()).isEqualTo(LocalDate.of(2025, 11, 1));
        assertThat(window.periodUntil()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(window.completedOrders()).isEqualTo(2);
        assertThat(window.peakOrders()).isEqualTo(2);
        assertThat(window.implausibleArrivalRate()).hasToString("1/2");
        assertThat(window.onTimeRate()).hasToString("1/1");
        assertThat(window.activeDays()).isNull();
        assertThat(window.customerRating()).isNull();
    }

    @Test
    void A_rider_without_a_plausible_ride_has_no_on_time_rate_instead_of_zero() throws IOException {
        Rows rows = Rows.of("d.csv", HEADER, "O-1,R-1,9,12:00:00,10,0", "O-2,R-1,9,12:00:00,10,449");

        PerformanceWindow window = Rows.window(rows.request(0));
        assertThat(window.onTimeRate()).isNull();
        assertThat(window.overtimeRate()).isNull();
        assertThat(window.implausibleArrivalRate()).isEqualTo(Rate.of(2, 2));
    }

    @Test
    void Eighty_kilometres_an_hour_are_plausible_and_anything_faster_is_not() throws IOException {
        Rows rows = Rows.of("d.csv", HEADER, "O-1,R-1,9,12:00:00,10,450", "O-2,R-2,9,12:00:00,10,449");

        assertThat(Rows.window(rows.request(0)).implausibleArrivalRate()).hasToString("0/1");
        assertThat(Rows.window(rows.request(1)).implausibleArrivalRate()).hasToString("1/1");
    }

    @Test
    void A_bad_line_is_reported_with_its_number_and_spoils_no_other() throws IOException {
        Rows rows = Rows.of(
                "d.csv",
                HEADER,
                "O-1,R-1,9,12:00:00,4,700",
                "O-2,\"R-1,9,12:00:00,4,700",
                "O-3,R-1,9,12:00:00,4",
                "O-4,R-1,9,12:00:00,four,700",
                "O-5,R-1,9,12:00:00,4,-1",
                "O-6,R-1,9,12:00:00,0,700",
                "O-7,,9,12:00:00,4,700",
                "O-8,R-1,9,noon,4,700",
                "O-1,R-1,9,12:00:00,4,700",
                "O-9,R-1,9,12:00:00,4,1e3",
                "O-10,R-1,9,12:00:00,4,700");

        assertThat(rows.unreadable())
                .satisfiesExactly(
                        quote -> assertThat(quote).startsWith("d.csv:3: "),
                        fields -> assertThat(fields).isEqualTo("d.csv:4: 5 fields; the header has 6"),
                        km -> assertThat(km).isEqualTo("d.csv:5: distanceKm is \"four\"; a number is expected"),
                        seconds -> assertThat(seconds).startsWith("d.csv:6: rideSeconds is -1; allowed: "),
                        zero -> assertThat(zero).startsWith("d.csv:7: distanceKm is 0; allowed: "),
                        rider -> assertThat(rider).isEqualTo("d.csv:8: riderId is empty"),
                        time -> assertThat(time).startsWith("d.csv:9: placed is \"noon\"; "),
                        twice -> assertThat(twice).isEqualTo("d.csv:10: order O-1 was read before, from d.csv:2"),
                        exponent -> assertThat(exponent).startsWith("d.csv:11: rideSeconds is \"1e3\"; "));
        assertThat(Rows.window(rows.request(0)).completedOrders()).isEqualTo(2);
    }

    @Test
    void A_rider_whose_name_is_not_allowed_is_reported_and_the_others_are_read() throws IOException {
        Rows rows = Rows.of("d.csv", HEADER, "O-1,R 1,9,12:00:00,4,700", "O-2,R-2,9,12:00:00,4,700");

        assertThat(rows.unreadable()).singleElement().asString().startsWith("d.csv:2: DecisionRequest.riderId is ");
        assertThat(rows.riders()).hasSize(1);
    }

    @Test
    void On_time_is_the_eightieth_percentile_of_at_least_a_hundred_rides_of_the_same_distance() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 100; i++) {
            lines.add("S-" + i + ",SAME,9,12:00:00,4," + (1_000 + i));
        }
        for (int i = 0; i < 99; i++) {
            lines.add("F-" + i + ",FEW,9,12:00:00,7," + (1_000 + i));
        }
        Rows rows = Rows.of(Input.of("d.csv", String.join("\n", lines)));

        // Of 1000 to 1099 the 80th percentile is 1079.2; of all 199, sorted, it stands at 158.4: 1079.
        assertThat(Rows.window(rows.request(0)).onTimeRate()).hasToString("80/100");
        assertThat(Rows.window(rows.request(1)).onTimeRate()).hasToString("80/99");
        assertThat(Rows.window(rows.request(1)).overtimeRate()).hasToString("0/99");
    }
}
