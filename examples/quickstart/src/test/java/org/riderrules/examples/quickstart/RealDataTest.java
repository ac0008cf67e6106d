package org.riderrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.Decision;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.outcome.TierShielded;
import org.riderrules.engine.json.DecisionJson;

/** What the example makes of single deliveries is what the publisher's own aggregation says. */
class RealDataTest {
    private static final int RIDERS = 924;
    private static final int ENOUGH_ORDERS = 10;

    @Test
    void Windows_made_of_the_deliveries_equal_the_published_ones_for_all_riders_in_every_count_they_share()
            throws IOException {
        Map<String, PerformanceWindow> made = windows("sendy_deliveries.csv");
        Map<String, PerformanceWindow> published = windows("sendy_riders.jsonl");

        assertThat(made).hasSize(RIDERS);
        assertThat(new TreeSet<>(made.keySet())).isEqualTo(new TreeSet<>(published.keySet()));
        assertThat(made)
                .allSatisfy((rider, window) -> assertThat(window)
                        .as(rider)
                        .usingRecursiveComparison()
                        .ignoringFields("customerRating")
                        .isEqualTo(published.get(rider)));
        assertThat(made.values().stream().filter(window -> window.onTimeRate() == null))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendy_riders.jsonl", "sendy_deliveries.csv"})
    void All_924_riders_are_decided_none_dropped_and_no_thin_sample_is_given_a_tier(String file, @TempDir Path folder)
            throws IOException {
        Path facts = RealData.file(file);
        Path out = folder.resolve("decisions.jsonl");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

        Tally tally = new Quickstart(nowhere, nowhere, SharedEngine::get)
                .run(Options.parse("--facts", facts.toString(), "--out", out.toString()));

        assertThat(tally.isComplete()).isTrue();
        assertThat(tally.ridersDecided()).isEqualTo(RIDERS);
        assertThat(tally.standings()).containsOnlyKeys("NBO");
        assertThat(tally.standings().get("NBO").values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(RIDERS);
        assertThat(tally.movements().get("NBO")).doesNotContainKey(TierMovement.DEMOTED);

        Map<String, PerformanceWindow> windows = windows(file);
        Set<String> decided = new TreeSet<>();
        int lines = 0;
        try (BufferedReader decisions = Files.newBufferedReader(out)) {
            for (String line = decisions.readLine(); line != null; line = decisions.readLine()) {
                Decision decision = DecisionJson.readDecision(line);
                lines++;
                decided.add(decision.riderId());
                assertThat(decision.has(NeedsReview.class)).as(line).isFalse();
                if (decision.topic().equals(Topic.TIERING)
                        && windows.get(decision.riderId()).completedOrders() < ENOUGH_ORDERS) {
                    assertThat(decision.outcomes()).as(line).allMatch(RealDataTest::judgesNobody);
                }
            }
        }
        assertThat(decided).isEqualTo(windows.keySet());
        assertThat(lines).isEqualTo(tally.decisions());
    }

    private static boolean judgesNobody(Outcome outcome) {
        return outcome instanceof TierShielded || outcome instanceof InsufficientData;
    }

    private static Map<String, PerformanceWindow> windows(String file) throws IOException {
        Rows rows = Rows.of(Input.of(RealData.file(file)));
        assertThat(rows.unreadable()).isEmpty();
        Map<String, PerformanceWindow> windows = new TreeMap<>();
        rows.riders().forEach(rider -> windows.put(rider.request().riderId(), Rows.window(rider.request())));
        assertThat(windows).hasSameSizeAs(rows.riders());
        return windows;
    }
}
