package org.riderrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.riderrules.api.fact.Topic;

class OptionsTest {
    @Test
    void Nothing_means_the_sample_on_the_first_of_november() {
        Options options = Options.parse();

        assertThat(options.facts()).isNull();
        assertThat(options.rider()).isNull();
        assertThat(options.topic()).isEqualTo(Topic.TIERING);
        assertThat(options.out()).isEqualTo(Path.of("target", "decisions.jsonl"));
        assertThat(options.asOf()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void Every_option_takes_the_argument_after_it() {
        Options options =
                Options.parse("--facts", "a b.csv", "--out", "o", "--rider", "--facts", "--as-of", "2026-03-31");

        assertThat(options.facts()).isEqualTo(Path.of("a b.csv"));
        assertThat(options.out()).isEqualTo(Path.of("o"));
        assertThat(options.rider()).isEqualTo("--facts");
        assertThat(options.asOf()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void What_is_wrong_is_said_with_the_option_and_the_value() {
        assertWrong("there is no option --fact", "--fact", "x");
        assertWrong("there is no option riders.csv", "riders.csv");
        assertWrong("--facts needs a value", "--facts");
        assertWrong("--topic is Tiering; allowed: ", "--topic", "Tiering");
        assertWrong("--as-of is 31.3.2026; write a day as 2026-11-01", "--as-of", "31.3.2026");
    }

    private static void assertWrong(String message, String... args) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Options.parse(args))
                .withMessageStartingWith(message);
    }
}
