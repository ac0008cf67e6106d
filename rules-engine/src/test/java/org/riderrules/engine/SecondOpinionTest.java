package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.check.Difference;
import org.riderrules.engine.check.Twins;
import org.riderrules.engine.trust.Trust;

class SecondOpinionTest {
    private static final Clock CLOCK = Clock.fixed(Requests.KNOWN, ZoneOffset.UTC);

    @Test
    void without_the_classic_mode_there_is_no_second_opinion() {
        assertThatThrownBy(() -> classic(new SmallPack(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a second opinion needs the classic mode of Drools; put org.drools:drools-mvel on the class"
                        + " path of this test or tool, never on that of a host");
    }

    @Test
    @Tag("second-opinion")
    void both_modes_decide_the_same_whatever_the_order_of_files_rules_rows_and_facts() {
        RulesEngine own = own(new SmallPack());
        for (long seed = 0; seed < 5; seed++) {
            Twins twins = new Twins(own, classic(new SmallPack(), seed));
            for (int orders = 0; orders < 60; orders++) {
                assertThat(twins.ask(Requests.orders(orders, orders % 2 == 0 ? "95 %" : "94 %")))
                        .isNull();
            }
        }
    }

    /** The classes that classic mode makes of declarations start their numbers with 0. */
    @Test
    @Tag("second-opinion")
    void an_empty_cell_is_missing_in_both_modes_and_never_zero() {
        SmallPack pack = new SmallPack()
                .file("tables/TierThreshold.csv", SmallPack.TABLE.replace("GOLD,2,44,", "GOLD,2,,"))
                .file("rules/vocabulary.drl", SmallPack.VOCABULARY.replace("minOrders : int", "minOrders : Integer"));
        RulesEngine own = own(pack);

        assertThat(new Twins(own, classic(pack, 1)).ask(Requests.orders(50, "99 %")))
                .isNull();
        assertThat(own.decide(Requests.orders(50, "99 %")).outcomes().toString())
                .as("no threshold is no tier, not a tier for nothing")
                .contains("SILVER");
    }

    @Test
    @Tag("second-opinion")
    void a_twin_with_another_threshold_is_found_out() {
        RulesEngine wrong = classic(
                new SmallPack().file("tables/TierThreshold.csv", SmallPack.TABLE.replace("GOLD,2,44,", "GOLD,2,45,")),
                3);
        Twins twins = new Twins(own(new SmallPack()), wrong);

        assertThat(twins.ask(Requests.orders(43, "97 %"))).isNull();
        assertThat(twins.ask(Requests.orders(45, "97 %"))).isNull();
        Difference found = twins.ask(Requests.orders(44, "97 %"));
        assertThat(found).isNotNull();
        assertThat(twins.shrink(found).caseFile())
                .contains("PerformanceWindow: { completedOrders: 44, onTimeRate: 1/1 }");
    }

    private static RulesEngine own(SmallPack pack) {
        return RulesEngines.builder()
                .packs(pack.source(), Trust.directoryForDevelopment())
                .strict(false)
                .build();
    }

    private static RulesEngine classic(SmallPack pack, long seed) {
        PackSource source = pack.source();
        return SecondOpinion.engine(source, Trust.directoryForDevelopment(), CLOCK, seed);
    }
}
