package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;

class CsvReaderTest {

    @Test
    void every_cell_knows_its_line_and_column() {
        TableText table = good("a,b\n1,2\n33,44\n");

        assertThat(table.header())
                .extracting(cell -> cell.text() + "@" + cell.place())
                .containsExactly("a@t.csv:1:1", "b@t.csv:1:3");
        assertThat(cells(table)).containsExactly("1@2:1 2@2:3", "33@3:1 44@3:4");
        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(2, 3);
    }

    @Test
    void a_quoted_cell_may_hold_commas_quotes_and_line_ends() {
        assertThat(cells(good("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"two\nlines\",x\n\"\",\"y\"\n")))
                .containsExactly("1,5@2:1 say \"hi\"@2:7", "two\nlines@3:1 x@4:8", "@5:1 y@5:4");
    }

    @Test
    void lines_end_with_lf_or_cr_lf_and_the_last_one_need_not() {
        List<String> expected = List.of("1@2:1 2@2:3", "3@3:1 4@3:3");

        assertThat(cells(good("a,b\n1,2\n3,4"))).isEqualTo(expected);
        assertThat(cells(good("a,b\r\n1,2\r\n3,4\r\n"))).isEqualTo(expected);
        assertThat(cells(good("a,b\r\n1,2\n3,4\n"))).isEqualTo(expected);
        assertThat(cells(good("a,b\r\n\"1\r\n\",2\r\n"))).containsExactly("1\r\n@2:1 2@3:3");
    }

    @Test
    void blank_lines_are_left_out_and_counted() {
        assertThat(cells(good("\na,b\n\n1,2\r\n\r\n3,4\n\n"))).containsExactly("1@4:1 2@4:3", "3@6:1 4@6:3");
    }

    @Test
    void a_row_that_begins_with_a_hash_is_a_row() {
        assertThat(cells(good("a,b\n#1,2\n"))).containsExactly("#1@2:1 2@2:4");
    }

    @Test
    void a_table_may_have_no_rows_but_must_have_a_header() {
        assertThat(good("a,b\n").rows()).isEmpty();
        assertProblems(
                "\n\n",
                "t.csv: table-empty: the file has no header\n    write the column names on the first line: market, source"
                        + " and the fields of Name");
    }

    @Test
    void a_row_has_as_many_cells_as_the_header() {
        assertProblems(
                "a,b,c\n1,2\n1,2,3\n1,2,3,4\n",
                "t.csv:2:3: table-ragged-row: the row has 2 cells and the header has 3\n    add a comma for each empty"
                        + " cell; missing from here: c",
                "t.csv:4:7: table-ragged-row: the row has 4 cells and the header has 3\n    delete what is too much, or"
                        + " quote a cell that holds a comma: \"a, b\"");
    }

    @Test
    void a_row_of_nothing_but_commas_is_named_once() {
        assertProblems("a,b\n,\n", "t.csv:2:1: table-empty-row: every cell of the row is empty\n    delete the row");
    }

    @Test
    void a_column_has_a_name_of_its_own() {
        assertProblems(
                "a,,a\n1,2,3\n",
                "t.csv:1:3: table-empty-header: column 2 has no name\n    name it, or delete the column",
                "t.csv:1:4: table-duplicate-column: the column \"a\" stands here again; it is at t.csv:1:1\n    keep one of"
                        + " the two");
    }

    @Test
    void a_quote_that_is_never_closed_is_named_where_it_opens() {
        assertProblems(
                "a,b\n1,\"2\n3,4\n",
                "t.csv:2:3: table-unterminated-quote: the quote that opens here is never closed\n    close it, or double a"
                        + " quote that belongs to the text");
    }

    @Test
    void a_quote_in_the_wrong_place_is_named_and_other_rows_are_still_read() {
        assertProblems(
                "a,b\n1,2\"3\n\"4\"5,6\n7\n",
                "t.csv:2:4: table-quote: a quote stands within a cell that does not begin with one\n    quote the whole"
                        + " cell and double the quotes in it: \"a \"\"b\"\" c\"",
                "t.csv:3:4: table-quote: there is text after the closing quote\n    put a comma after the quote, or double"
                        + " a quote that belongs to the text",
                "t.csv:4:1: table-ragged-row: the row has 1 cell and the header has 2\n    add a comma for each empty cell;"
                        + " missing from here: b");
    }

    @Test
    void semicolons_and_tabs_do_not_separate() {
        assertProblems(
                "a;b\n1;2\n",
                "t.csv:1:1: table-separator: the header has one column, \"a;b\"\n    separate columns with commas, not with"
                        + " semicolons or tabs");
        assertThat(problems("a\tb\n")).extracting(PackProblem::code).containsExactly("table-separator");
    }

    private static List<String> cells(TableText table) {
        return table.rows().stream()
                .map(row -> String.join(
                        " ",
                        row.cells().stream()
                                .map(cell -> cell.text() + "@" + cell.place().line() + ":"
                                        + cell.place().column())
                                .toList()))
                .toList();
    }

    private static TableText good(String text) {
        return CsvReader.read("Name", file(text), problem -> {
            throw new AssertionError(problem);
        });
    }

    private static void assertProblems(String text, String... expected) {
        assertThat(problems(text)).extracting(PackProblem::toString).containsExactly(expected);
    }

    private static List<PackProblem> problems(String text) {
        List<PackProblem> problems = new ArrayList<>();
        CsvReader.read("Name", file(text), problems::add);
        return problems;
    }

    private static PackFile file(String text) {
        return new PackFile("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
