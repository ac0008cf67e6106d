package org.riderrules.examples.embeddedhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class EmbeddedHostTest {
    @Test
    void Forty_four_orders_are_gold_and_the_rules_and_rows_behind_it_are_named() {
        assertThat(Printed.text())
                .startsWith("R-1001 tiering HK 2026-11-01 (v2)\nTierAssigned GOLD: ")
                .contains("\n  tiering.qualifies: ", "\n  tiering/v2/tables/TierThreshold.csv:")
                .contains("minOrders=44", "tier=GOLD");
    }

    @Test
    void One_order_fewer_is_silver_and_says_what_is_missing() {
        assertThat(Printed.text().split("One order fewer: ")[1])
                .startsWith("R-1001 tiering HK 2026-11-01 (v2)\nTierAssigned SILVER: ")
                .contains("TierGateMissed GOLD:completedOrders: ");
    }

    @Test
    void The_host_has_forty_lines_at_most() throws IOException {
        assertThat(Files.readAllLines(Project.EMBEDDED_HOST)).hasSizeLessThanOrEqualTo(40);
    }
}
