package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import org.drools.base.util.Drools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClassicModeTest {

    @Test
    void Tests_run_without_the_classic_mode_as_hosts_do() {
        assertThat(Drools.hasMvel()).isFalse();
    }

    @Test
    @Tag("second-opinion")
    void Tests_for_a_second_opinion_run_beside_the_classic_mode() {
        assertThat(Drools.hasMvel()).isTrue();
    }
}
