package org.riderrules.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.riderrules.api.DecisionRequest;

class SampleGeneratorTest {
    private static final String HOW =
            "the shipped sample is not what SampleGenerator makes; make it again: mvn -q compile -Pquickstart"
                    + " -Dquickstart.main=org.riderrules.examples.quickstart.SampleGenerator -Dquickstart.args="
                    + "examples/quickstart/src/main/resources/org/riderrules/examples/quickstart/sample.jsonl";

    @Test
    void The_shipped_sample_is_exactly_what_the_generator_makes() throws IOException {
        try (InputStream shipped = Input.class.getResourceAsStream(Input.SAMPLE)) {
            String text = new String(shipped.readAllBytes(), UTF_8);
            assertThat(text.equals(SampleGenerator.sample())).as(HOW).isTrue();
        }
    }

    @Test
    void Every_line_of_the_sample_is_a_request_and_every_market_has_ten() throws IOException {
        Rows rows = Rows.of(Input.of(null));

        assertThat(rows.unreadable()).isEmpty();
        assertThat(rows.riders()).hasSize(50).extracting(Row.Rider::request).allSatisfy(request -> {
            assertThat(request.asOf()).isEqualTo(SampleGenerator.AS_OF);
            assertThat(request.facts()).hasSizeGreaterThan(1);
        });
        assertThat(rows.riders().stream().map(Row.Rider::request).map(DecisionRequest::market))
                .containsOnly("HK", "SA", "BR", "NL", "NBO");
    }
}
