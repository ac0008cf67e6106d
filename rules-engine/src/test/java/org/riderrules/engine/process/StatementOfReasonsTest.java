package org.riderrules.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.riderrules.api.Decision;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Language;
import org.riderrules.api.process.EvidenceSeen;
import org.riderrules.api.process.Judgement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a rider reads: every field of a notice (law.md L14), in five languages, whatever the values. */
class StatementOfReasonsTest {
    /** The fields that law.md L14 names, L2 to L4 and L16 besides. */
    static final Set<String> FIELDS = Set.of(
            "rider",
            "decision",
            "market",
            "issued",
            "what",
            "code",
            "reason",
            "policy",
            "from",
            "until",
            "remedy",
            "appeal",
            "appeal.by",
            "appeal.answer",
            "records",
            "data",
            "how",
            "rules",
            "who",
            "who.why");

    private final Office office = new Office();

    private StatementOfReasons issued(Language language, Proceeding proceeding, String rationale) {
        return issued(office, language, proceeding, rationale);
    }

    private static StatementOfReasons issued(
            Office office, Language language, Proceeding proceeding, String rationale) {
        office.process.confirm(
                proceeding,
                new Judgement(
                        "person-1",
                        office.clock.instant(),
                        rationale,
                        List.of(new EvidenceSeen(
                                proceeding.recommended().evidence().get(0), office.clock.instant()))));
        return office.process.issueReasons(proceeding, language, Office.DAY);
    }

    static Document parsed(String html) throws Exception {
        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>\n", ""))));
    }

    /** The keys of the parts, from the ids of the values. */
    static Set<String> parts(Document page) {
        Set<String> keys = new TreeSet<>();
        NodeList values = page.getElementsByTagName("dd");
        for (int i = 0; i < values.getLength(); i++) {
            String id = ((Element) values.item(i)).getAttribute("id");
            assertThat(values.item(i).getTextContent()).as(id).isNotBlank();
            keys.add(id.replaceAll("\\.[0-9]+$", ""));
        }
        return keys;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void Every_field_of_a_notice_stands_in_the_text_and_in_the_page(Language language) throws Exception {
        StatementOfReasons statement = issued(language, office.suspension(), "The photo shows it.");
        Document page = parsed(statement.html());

        assertThat(parts(page)).containsAll(FIELDS);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
        assertThat(page.getDocumentElement().getAttribute("dir"))
                .isEqualTo(language == Language.ARABIC ? "rtl" : "ltr");
        Wording words = Wording.of(language);
        for (String field : FIELDS) {
            assertThat(statement.text()).contains("\n" + words.of(field) + ":");
        }
        for (String value : List.of("R-1001", "violations:1:", "Charter 4", "photo-1", "gps-2", "person-1", "14")) {
            assertThat(statement.text()).contains(value);
            assertThat(page.getDocumentElement().getTextContent()).contains(value);
        }
        assertThat(statement.text()).doesNotContain("{").doesNotContain("}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void The_page_needs_nothing_else_and_runs_nothing(Language language) {
        String html =
                issued(language, office.suspension(), "The photo shows it.").html();
        assertThat(html.replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http")
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("url(")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void The_same_decision_gives_the_same_bytes_on_a_machine_of_any_language(Language language) {
        StatementOfReasons first = issued(language, office.suspension(), "Because.");
        Locale before = Locale.getDefault();
        try {
            for (String other : List.of("ar-SA-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(other));
                Office elsewhere = new Office();
                StatementOfReasons again = issued(elsewhere, language, elsewhere.suspension(), "Because.");
                assertThat(again).isEqualTo(first);
                assertThat(again.textDigest()).isEqualTo(first.textDigest()).startsWith("sha256:");
                assertThat(again.htmlDigest()).isEqualTo(first.htmlDigest()).isNotEqualTo(first.textDigest());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void Values_from_outside_are_never_markup_another_part_or_text_of_another_direction() throws Exception {
        List<String> hostile = List.of(
                "<script>alert(1)</script>",
                "</dd></dl><h1>Free</h1>",
                "\" onmouseover=\"x",
                "' & &amp; &#60;b&#62;",
                "one\nLast day to appeal: never",
                "one\r\u2028two\u2029three\u0000\u0007\u000b",
                "\u202enever\u202c \u2066x\u2069 \u200f\u061c",
                "\ufffe\uffff\ufeff",
                "{appeal} {{x}} %s $1 \\u0041",
                "]]> <![CDATA[x]]> <!-- x -->",
                "\ud83d\ude80 \u0645\u0631\u062d\u0628\u0627");
        for (Language language : Language.values()) {
            for (String value : hostile) {
                Office fresh = new Office();
                Proceeding proceeding =
                        fresh.proceeding(Office.violation("V-1", "RED_FRAUD", value.isBlank() ? "x" : value, "b"));
                fresh.process.confirm(
                        proceeding,
                        new Judgement(
                                "person-1",
                                fresh.clock.instant(),
                                value,
                                List.of(new EvidenceSeen("b", fresh.clock.instant()))));
                StatementOfReasons statement = fresh.process.issueReasons(proceeding, language, Office.DAY);
                Document page = parsed(statement.html());

                for (String tag : List.of("script", "h1", "dl", "b")) {
                    assertThat(page.getElementsByTagName(tag).getLength())
                            .as(value)
                            .isEqualTo(Set.of("h1", "dl").contains(tag) ? 1 : 0);
                }
                assertThat(parts(page)).containsAll(FIELDS);
                Wording words = Wording.of(language);
                assertThat(statement
                                .text()
                                .lines()
                                .filter(line -> line.startsWith(words.of("appeal.by") + ":"))
                                .toList())
                        .as(value)
                        .hasSize(1);
                assertThat(statement.text() + statement.html())
                        .doesNotContain("\u202e")
                        .doesNotContain("\u2066")
                        .doesNotContain("\u200f")
                        .doesNotContain("\ufffe")
                        .doesNotContain("\u0000");
            }
        }
    }

    @Test
    void A_notice_without_a_text_in_the_riders_language_is_refused() {
        Proceeding whole = office.suspension();
        office.process.confirm(whole, office.judgement("person-1", "photo-1"));
        Decision decision = whole.decision();
        List<Because> cut = new ArrayList<>();
        for (Because each : decision.explanation().because()) {
            cut.add(new Because(each.outcome(), each.grounds(), new java.util.TreeMap<>()));
        }
        Decision without = new Decision(
                decision.id(),
                decision.riderId(),
                decision.topic(),
                decision.market(),
                decision.capacity(),
                decision.scenario(),
                decision.asOf(),
                decision.knownAt(),
                decision.outcomes(),
                new Explanation(cut),
                decision.provenance());
        Proceeding incomplete = office.process.of(without).get(0);

        assertThatExceptionOfType(DueProcessException.class)
                .isThrownBy(() -> office.process.issueReasons(incomplete, Language.ARABIC, Office.DAY))
                .withMessageContaining("notice-complete")
                .withMessageContaining("no text for mend in ar");
        assertThat(office.process.now(whole).state()).isEqualTo(Proceeding.State.DECIDED);
    }

    @Test
    void All_languages_have_the_same_words_with_the_same_values() {
        Map<String, String> english = Wording.of(Language.ENGLISH).words();
        for (Language language : Language.values()) {
            Map<String, String> words = Wording.of(language).words();
            assertThat(words.keySet()).isEqualTo(english.keySet());
            words.forEach((key, word) -> assertThat(values(word)).as(key).isEqualTo(values(english.get(key))));
        }
    }

    private static Set<String> values(String word) {
        return java.util.regex.Pattern.compile("\\{\\w+}")
                .matcher(word)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void Days_and_numbers_are_written_as_each_language_writes_them() {
        LocalDate day = LocalDate.of(2026, 3, 9);
        BigDecimal number = new BigDecimal("-1234567.50");
        assertThat(written(Language.ENGLISH, day, number)).isEqualTo("9 March 2026 -1,234,567.5");
        assertThat(written(Language.CHINESE_SIMPLIFIED, day, number)).isEqualTo("2026年3月9日 -1,234,567.5");
        assertThat(written(Language.CHINESE_TRADITIONAL, day, number)).isEqualTo("2026年3月9日 -1,234,567.5");
        assertThat(written(Language.PORTUGUESE_BRAZIL, day, number)).isEqualTo("9 de março de 2026 -1.234.567,5");
        assertThat(written(Language.ARABIC, day, number)).isEqualTo("9 مارس 2026 -1,234,567.5");
        assertThat(Wording.of(Language.ENGLISH).number(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(Wording.of(Language.ENGLISH).number(new BigDecimal("100"))).isEqualTo("100");
    }

    private static String written(Language language, LocalDate day, BigDecimal number) {
        Wording words = Wording.of(language);
        return words.day(day) + " " + words.number(number);
    }
}
