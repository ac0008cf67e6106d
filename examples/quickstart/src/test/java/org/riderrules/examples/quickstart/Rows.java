package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;

/** What a reader hands on, collected. */
record Rows(List<Row.Rider> riders, List<String> unreadable) {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    static Rows of(Input input) throws IOException {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
        FactsFormat.of(input).read(input, AS_OF, List.of(Topic.TIERING, Topic.WELFARE), row -> {
            if (row instanceof Row.Rider rider) {
                rows.riders.add(rider);
            } else if (row instanceof Row.Unreadable bad) {
                rows.unreadable.add(bad.where() + ": " + bad.reason());
            }
        });
        return rows;
    }

    static Rows of(String name, String... lines) throws IOException {
        return of(Input.of(name, String.join("\n", lines)));
    }

    DecisionRequest request(int i) {
        return riders.get(i).request();
    }

    static PerformanceWindow window(DecisionRequest request) {
        return request.facts().stream()
                .filter(PerformanceWindow.class::isInstance)
                .map(PerformanceWindow.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
