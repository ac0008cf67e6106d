package org.riderrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Topic;

class RequestLinesTest {
    private static final String LINE =
            "{\"riderId\":\"R-1\",\"market\":\"HK\",\"capacity\":\"FLEET\",\"asOf\":\"2026-11-01\",\"facts\":[]}";

    @Test
    void A_line_is_a_request_on_every_topic() throws IOException {
        Rows rows = Rows.of("r.jsonl", "\uFEFF" + LINE, "", LINE.replace("R-1", "R-2") + "  ");

        assertThat(rows.unreadable()).isEmpty();
        assertThat(rows.riders()).extracting(Row.Rider::where).containsExactly("r.jsonl:1", "r.jsonl:3");
        assertThat(rows.request(0).topics()).containsExactly(Topic.TIERING, Topic.WELFARE);
        assertThat(rows.request(0).capacity()).isEqualTo(Capacity.FLEET);
        assertThat(rows.request(1).riderId()).isEqualTo("R-2");
    }

    @Test
    void A_bad_line_is_reported_with_its_number_and_spoils_no_other() throws IOException {
        Rows rows = Rows.of(
                "r.jsonl",
                "not JSON at all",
                LINE,
                LINE.substring(0, 40),
                LINE.replace("FLEET", "FLEAT"),
                LINE.replace("[]", "[{\"type\":\"Engagement\",\"month\":\"2026-13\"}]"),
                LINE.replace("}", ",\"topics\":[\"tiering\"]}"),
                "{}",
                LINE);

        assertThat(rows.riders()).extracting(Row.Rider::where).containsExactly("r.jsonl:2", "r.jsonl:8");
        assertThat(rows.unreadable()).hasSize(6);
        assertThat(rows.unreadable().get(2)).startsWith("r.jsonl:4: capacity").contains("FLEAT");
        assertThat(rows.unreadable().get(3)).startsWith("r.jsonl:5: facts[0]").contains("2026-13");
    }

    @Test
    void A_file_that_is_none_of_the_known_ones_is_refused_with_those_that_are() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Rows.of("x.csv", "name,age", "A,1"))
                .withMessageStartingWith("x.csv has no line that says what it is; expected are ")
                .withMessageContaining("\"facts\"")
                .withMessageContaining("rideSeconds");
    }
}
