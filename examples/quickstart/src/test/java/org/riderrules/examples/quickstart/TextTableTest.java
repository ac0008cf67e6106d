package org.riderrules.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void Numbers_stand_to_the_right_words_to_the_left_and_no_line_ends_in_space() {
        assertThat(printed(new TextTable("lrl").row("GOLD", 7, "").row("BASE", 1_000, "low")))
                .isEqualTo("  GOLD     7\n  BASE  1000  low\n");
    }

    @Test
    void A_long_last_cell_goes_on_under_itself() {
        assertThat(printed(new TextTable("ll").row("a", "word ".repeat(30).strip())))
                .isEqualTo("  a  " + "word ".repeat(21).strip() + "\n     "
                        + "word ".repeat(9).strip() + "\n");
    }

    private static String printed(TextTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true));
        return bytes.toString().replace("\r\n", "\n");
    }
}
