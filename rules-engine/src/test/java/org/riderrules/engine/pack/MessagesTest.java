package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.spi.PackFile;

class MessagesTest {
    private static final String FOLDER = "tiering/v1/messages";
    private final Map<String, String> files = new TreeMap<>();

    MessagesTest() {
        Messages.LANGUAGES.forEach(tag -> files.put(tag, "a.b = " + tag + " {orders}\n"));
    }

    @Test
    void a_key_has_a_text_in_every_language() {
        files.put("zh-Hans", "# \u6ce8\u91ca\n\n  a.b=\u5b8c\u6210 {orders} \u5355 = {{\u597d}}  \r\n");
        Messages messages = good();

        assertThat(messages.keys()).containsExactly("a.b");
        assertThat(messages.texts("a.b"))
                .containsOnlyKeys("ar", "en", "pt-BR", "zh-Hans", "zh-Hant")
                .containsEntry("en", "en {orders}")
                .containsEntry("zh-Hans", "\u5b8c\u6210 {orders} \u5355 = {{\u597d}}");
        assertThat(messages.placeholders("a.b", "zh-Hans")).containsExactly("orders");
        assertThat(new Reason("a.b", messages.texts("a.b")).text(Locale.CHINA, Map.of("orders", "44")))
                .isEqualTo("\u5b8c\u6210 44 \u5355 = {\u597d}");
        assertThat(messages.place("a.b", "zh-Hans")).hasToString(FOLDER + "/zh-Hans.properties:3:3");
    }

    @Test
    void an_unknown_key_has_nothing() {
        Messages messages = good();

        assertThat(messages.texts("c")).isEmpty();
        assertThat(messages.template("c", "en")).isNull();
        assertThat(messages.placeholders("c", "en")).isEmpty();
        assertThat(messages.template("a.b", "fr")).isNull();
        assertThat(messages.place("c", "en")).isNull();
    }

    @Test
    void a_language_that_is_missing_or_unknown_is_named() {
        files.remove("ar");
        files.put("zh_Hant", files.remove("zh-Hant"));

        assertProblems(
                FOLDER
                        + "/ar.properties: messages-missing-language: the language ar is missing\n    add the file; every"
                        + " pack speaks ar, en, pt-BR, zh-Hans, zh-Hant",
                FOLDER + "/zh-Hant.properties: messages-missing-language: the language zh-Hant is missing\n    add the"
                        + " file; every pack speaks ar, en, pt-BR, zh-Hans, zh-Hant",
                FOLDER + "/zh_Hant.properties: messages-unknown-language: \"zh_Hant.properties\" is no language of the"
                        + " packs\n    did you mean zh-Hant? known languages: ar, en, pt-BR, zh-Hans, zh-Hant; each as"
                        + " <language>.properties");
    }

    @Test
    void a_key_that_is_missing_in_a_language_is_named_there() {
        files.put("en", "a.b = {orders}\nc = c\n");
        files.put("ar", "c = c\n");

        assertProblems(
                FOLDER + "/ar.properties: messages-missing-key: \"a.b\" is missing; it stands at " + FOLDER
                        + "/en.properties:1:1\n    translate it, or delete it everywhere",
                missingC("pt-BR"),
                missingC("zh-Hans"),
                missingC("zh-Hant"));
    }

    @Test
    void a_key_that_only_another_language_has_is_missing_in_english_too() {
        files.replaceAll((tag, text) -> tag.equals("en") ? text : text + "c = c\n");

        assertProblems(FOLDER + "/en.properties: messages-missing-key: \"c\" is missing; it stands at " + FOLDER
                + "/ar.properties:2:1\n    translate it, or delete it everywhere");
    }

    @Test
    void a_key_that_stands_twice_is_named_with_both_lines() {
        files.put("en", "a.b = {orders}\n# again\na.b = {orders} orders\n");

        assertProblems(FOLDER + "/en.properties:3:1: messages-duplicate-key: \"a.b\" stands here again; it was given on"
                + " line 1\n    keep one of the two");
    }

    @Test
    void every_language_uses_the_same_values() {
        files.put("pt-BR", "a.b = {pedidos} {orders}\n");
        files.put("ar", "a.b = text\n");

        assertProblems(
                FOLDER + "/ar.properties:1:1: messages-placeholders: \"a.b\" uses no values, and at " + FOLDER
                        + "/en.properties:1:1 it uses {orders}\n    use the same values in every language",
                FOLDER + "/pt-BR.properties:1:1: messages-placeholders: \"a.b\" uses {orders}, {pedidos}, and at "
                        + FOLDER + "/en.properties:1:1 it uses {orders}\n    use the same values in every language");
    }

    @Test
    void a_line_is_a_key_and_a_text() {
        files.put("en", "a.b = {orders}\nno sign\na.b : colon\nA b = text\nd =  \n! bang\n");
        String mend =
                "\n    write key = text on one line, with a key such as tiering.qualifies; a comment begins with #";

        assertProblems(
                FOLDER + "/en.properties:2:1: messages-line: the line has no equals sign" + mend,
                FOLDER + "/en.properties:3:1: messages-line: the line has no equals sign" + mend,
                FOLDER + "/en.properties:4:1: messages-line: \"A b\" is no key" + mend,
                FOLDER + "/en.properties:5:1: messages-empty: \"d\" has no text\n    write one, or delete the line",
                FOLDER + "/en.properties:6:1: messages-line: the line has no equals sign" + mend);
    }

    @Test
    void a_key_has_at_most_120_characters_and_a_text_4000() {
        files.replaceAll((tag, text) -> "k".repeat(120) + " = " + "x".repeat(4_000) + "\n");
        good();

        files.put("en", "k".repeat(120) + " = " + "x".repeat(4_001) + "\n" + "k".repeat(121) + " = x\n");
        assertThat(problems())
                .filteredOn(problem -> problem.line() > 0)
                .extracting(PackProblem::where, PackProblem::code)
                .containsExactly(
                        tuple(FOLDER + "/en.properties:1:124", "messages-length"),
                        tuple(FOLDER + "/en.properties:2:1", "messages-line"));
    }

    @Test
    void an_absurd_key_is_a_problem_and_not_a_stack_overflow() {
        files.put("en", "a.b = {orders}\n" + "a.".repeat(500_000) + "a = x\n");

        assertThat(problems()).extracting(PackProblem::code).containsExactly("messages-line");
    }

    @Test
    void there_are_no_escapes_and_no_continued_lines() {
        files.put("en", "a.b = {orders}\nc = one \\\nd = \\u00e9\n");
        String what =
                "messages-escape: a backslash stands here, and there are no escapes and no continued lines\n    write"
                        + " the character itself, and the text on one line";

        assertProblems(FOLDER + "/en.properties:2:9: " + what, FOLDER + "/en.properties:3:5: " + what);
    }

    @Test
    void a_brace_out_of_place_is_named_with_its_column() {
        files.put("en", "a.b = {orders}\nc = ok {orders\nd = ok } {orders}\ne = {1} {}\n");
        String mend =
                "\n    write the name of a bound value in braces, such as {orders}; double a brace that belongs to the"
                        + " text";

        assertProblems(
                FOLDER + "/en.properties:2:8: messages-template: the brace that opens here is never closed" + mend,
                FOLDER + "/en.properties:3:8: messages-template: a brace closes that was not opened" + mend,
                FOLDER + "/en.properties:4:5: messages-template: \"1\" is no name of a value" + mend);
    }

    @Test
    void what_is_checked_here_is_filled_in_by_a_reason_with_values_as_they_are() throws TemplateException {
        Template template = Template.parse("{{x}} {a}{b}{a}!");
        Reason reason = new Reason("key", new TreeMap<>(Map.of("en", template.toString())));

        assertThat(template.placeholders()).containsExactly("a", "b");
        assertThat(reason.text(Locale.ENGLISH, Map.of("a", "{b}", "b", "\\$1", "c", "unused")))
                .isEqualTo("{x} {b}\\$1{b}!");
        assertThat(reason.text(Locale.ENGLISH, Map.of("a", "1"))).isEqualTo("{x} 1{b}1!");
        assertThat(template).hasToString("{{x}} {a}{b}{a}!").isEqualTo(Template.parse("{{x}} {a}{b}{a}!"));
    }

    private static String missingC(String tag) {
        return FOLDER + "/" + tag + ".properties: messages-missing-key: \"c\" is missing; it stands at " + FOLDER
                + "/en.properties:2:1\n    translate it, or delete it everywhere";
    }

    private Messages good() {
        List<PackProblem> problems = new ArrayList<>();
        Messages messages = read(problems);
        assertThat(problems).isEmpty();
        return messages;
    }

    private void assertProblems(String... expected) {
        assertThat(problems()).extracting(PackProblem::toString).containsExactly(expected);
    }

    private List<PackProblem> problems() {
        List<PackProblem> problems = new ArrayList<>();
        read(problems);
        return problems.stream().sorted().toList();
    }

    private Messages read(List<PackProblem> problems) {
        List<PackFile> given = files.entrySet().stream()
                .map(file -> new PackFile(
                        FOLDER + "/" + file.getKey() + ".properties",
                        file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return Messages.read(FOLDER, given, problems::add);
    }
}
