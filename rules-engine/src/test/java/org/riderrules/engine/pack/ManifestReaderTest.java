package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.PackFile;

class ManifestReaderTest {
    private static final String PATH = "tiering/v2/pack.json";
    private static final String GOOD = """
            {
              "id": "tiering",
              "version": 2,
              "topic": "tiering",
              "title": "Rider tiers",
              "effective": { "from": "2026-10-01", "until": "2027-10-01" },
              "published": "2026-09-01",
              "markets": ["HK", "SA"],
              "needs": ["RiderProfile", "PerformanceWindow.onTimeRate"],
              "follows": ["violations"],
              "optionalTables": ["Bonus"],
              "withhold": [
                { "field": "PerformanceWindow.refusalRate", "markets": ["SA"], "from": "2027-01-01", "source": "Law 7" }
              ],
              "owner": "Rider policy",
              "source": "Rider Charter 2026",
              "supersedes": "tiering v1"
            }
            """;

    @Test
    void a_good_manifest_is_read_whole() {
        Manifest manifest = read(GOOD);

        assertThat(manifest.label()).isEqualTo("tiering v2");
        assertThat(manifest.topic()).isEqualTo(Topic.TIERING);
        assertThat(manifest.title()).isEqualTo("Rider tiers");
        assertThat(manifest.effective()).isEqualTo(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 10, 1)));
        assertThat(manifest.published()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(manifest.markets()).containsExactly("HK", "SA");
        assertThat(manifest.needs())
                .containsExactly(new Need("RiderProfile", null), new Need("PerformanceWindow", "onTimeRate"));
        assertThat(manifest.follows()).containsExactly(Topic.VIOLATIONS);
        assertThat(manifest.optionalTables()).containsExactly("Bonus");
        assertThat(manifest.owner()).isEqualTo("Rider policy");
        assertThat(manifest.source()).isEqualTo("Rider Charter 2026");
        assertThat(manifest.supersedes()).isEqualTo("tiering v1");
        assertThat(manifest.place("effective")).hasToString(PATH + ":6:3");
        assertThat(manifest.place("no such key")).hasToString(PATH);
    }

    @Test
    void a_field_is_withheld_in_its_markets_from_its_first_day() {
        Withhold withhold = read(GOOD).withhold().get(0);

        assertThat(withhold.fact()).isEqualTo("PerformanceWindow");
        assertThat(withhold.field()).isEqualTo("refusalRate");
        assertThat(withhold.source()).isEqualTo("Law 7");
        assertThat(withhold.appliesTo("SA", LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(withhold.appliesTo("SA", LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(withhold.appliesTo("SA", LocalDate.of(2027, 1, 2))).isTrue();
        assertThat(withhold.appliesTo("HK", LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void what_may_be_left_out_may_be_left_out() {
        Manifest manifest = read("""
                { "id": "tiering", "version": 2, "topic": "tiering", "title": "t", "effective": { "from": "2026-10-01" },
                  "published": "2026-12-01", "markets": ["HK"], "needs": [], "owner": "o", "source": "s" }
                """);

        assertThat(manifest.effective().until()).isNull();
        assertThat(manifest.needs()).isEmpty();
        assertThat(manifest.follows()).isEmpty();
        assertThat(manifest.withhold()).isEmpty();
        assertThat(manifest.supersedes()).isNull();
    }

    @Test
    void an_unknown_key_is_named_with_the_nearest_and_all_known_ones() {
        assertProblems(
                text -> text.replace("\"owner\"", "\"Owners\""),
                PATH
                        + ":1:1: manifest-missing-key: \"owner\" is not given\n    add it; required here: id, version, topic,"
                        + " title, effective, published, markets, needs, owner, source",
                PATH
                        + ":15:3: manifest-unknown-key: \"Owners\" is not a key here\n    did you mean owner? known keys: id,"
                        + " version, topic, title, effective, published, markets, needs, owner, source, follows,"
                        + " optionalTables, withhold, equivalent, supersedes");
        assertProblems(
                text -> text.replace("\"until\": \"2027", "\"to\": \"2027"),
                PATH + ":6:40: manifest-unknown-key: \"to\" is not a key here\n    known keys: from, until");
    }

    @Test
    void a_key_that_stands_twice_is_named_with_both_lines() {
        assertProblems(
                text -> text.replace("\"owner\"", "\"title\": \"again\",\n  \"owner\""),
                PATH
                        + ":15:3: manifest-duplicate-key: \"title\" stands here again; it was given on line 5\n    keep one"
                        + " of the two");
    }

    @Test
    void what_is_not_json_is_named_with_line_and_column() {
        List<PackProblem> problems = problems(GOOD.replace("\"version\": 2,", "\"version\": 2"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("manifest-syntax");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.what()).startsWith("this is not JSON: ").doesNotContain("Source:");
            assertThat(problem.mend()).contains("missing or superfluous comma");
        });
        assertThat(problems(GOOD.strip().substring(0, GOOD.length() - 3)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .contains("; the brace or bracket around it opens at line 1, column 1")
                        .doesNotContain("Source:"));
        assertThat(problems("")).extracting(PackProblem::what).containsExactly("the file is empty");
        assertThat(problems("[]")).extracting(PackProblem::what).containsExactly("the file holds a list");
        assertThat(problems(GOOD + "{}"))
                .extracting(PackProblem::what)
                .containsExactly("there is more after the end of the object");
        assertThat(problems(GOOD.replace("\"owner\"", "// who\n\"owner\"")))
                .extracting(PackProblem::code)
                .containsExactly("manifest-syntax");
    }

    @Test
    void an_absurdly_deep_manifest_is_a_problem_and_not_a_stack_overflow() {
        assertThat(problems("[".repeat(200_000))).extracting(PackProblem::code).containsExactly("manifest-syntax");
    }

    @Test
    void every_wrong_value_is_named_where_it_stands() {
        assertProblems(
                text -> text.replace("\"Rider tiers\"", "7")
                        .replace("\"version\": 2", "\"version\": \"2\"")
                        .replace("\"2026-09-01\"", "\"1 September 2026\"")
                        .replace("\"Rider policy\"", "\" \"")
                        .replace("\"Rider Charter 2026\"", "\"Charter \""),
                PATH + ":3:14: manifest-value: \"version\" is the text \"2\"\n    write a whole number of 1 or more,"
                        + " unquoted",
                PATH + ":5:12: manifest-value: \"title\" is the number 7\n    write a text in double quotes",
                PATH + ":7:16: manifest-value: \"published\" is the text \"1 September 2026\"\n    write a day as"
                        + " \"2026-07-14\"",
                PATH + ":15:12: manifest-value: \"owner\" has 0 characters\n    write 1 to 4000 characters",
                PATH
                        + ":16:13: manifest-value: \"source\" is the text \"Charter \"\n    delete the space before or after"
                        + " the text");
    }

    @Test
    void a_version_is_one_or_more() {
        for (String version : List.of("0", "-1", "1.0", "1e3", "99999999999", "null", "true")) {
            assertThat(problems(GOOD.replace("\"version\": 2", "\"version\": " + version)))
                    .as(version)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.where()).isEqualTo(PATH + ":3:14"));
        }
    }

    @Test
    void id_topic_and_version_are_those_of_the_folders() {
        assertProblems(
                text -> text.replace("\"id\": \"tiering\"", "\"id\": \"welfare\"")
                        .replace("\"version\": 2", "\"version\": 3")
                        .replace("\"supersedes\": \"tiering v1\"", "\"supersedes\": \"welfare v2\""),
                PATH + ":2:9: manifest-folder: id is \"welfare\" and the folder is tiering/\n    make them the same",
                PATH + ":3:14: manifest-folder: version is 3 and the folder is v2/\n    make them the same",
                PATH + ":4:12: manifest-value: topic is \"tiering\" and id is \"welfare\"\n    make them the same");
    }

    @Test
    void until_must_be_after_from() {
        String mend = "\n    until is the first day that no longer counts: write a later day, or leave it out";
        assertProblems(
                text -> text.replace("2027-10-01", "2026-09-30"),
                PATH + ":6:49: manifest-value: until is 2026-09-30 and not after from, which is 2026-10-01" + mend);
        assertProblems(
                text -> text.replace("2027-10-01", "2026-10-01"),
                PATH + ":6:49: manifest-value: until is 2026-10-01 and not after from, which is 2026-10-01" + mend);
        assertThat(problems(GOOD.replace("2027-10-01", "2026-10-02"))).isEmpty();
    }

    @Test
    void markets_are_codes_each_once_and_at_least_one() {
        String mend = "\n    write 2 to 12 capital letters, digits and hyphens, a letter first, such as \"HK\"";
        assertProblems(
                text -> text.replace("[\"HK\", \"SA\"]", "[\"HK\", \"SA\", \"HK\", \"hk\", 7, \"X\"]"),
                PATH + ":8:27: manifest-value: \"markets\" has the text \"HK\" twice\n    keep one of the two",
                PATH + ":8:33: manifest-value: \"hk\" is no market code" + mend,
                PATH + ":8:39: manifest-value: \"markets\" is the number 7\n    write a text in double quotes",
                PATH + ":8:42: manifest-value: \"X\" is no market code" + mend);
        assertProblems(
                text -> text.replace("[\"HK\", \"SA\"]", "[]")
                        .replace("\"markets\": [\"SA\"], \"from\"", "\"markets\": [], \"from\""),
                PATH + ":8:14: manifest-value: \"markets\" is empty\n    name every market the pack holds for, such as"
                        + " [\"HK\"]",
                PATH + ":13:60: manifest-value: \"markets\" is empty\n    name every market the pack holds for, such as"
                        + " [\"HK\"]");
        assertProblems(
                text -> text.replace("[\"HK\", \"SA\"]", "\"HK\"").replace("[\"SA\"], \"from\"", "[\"HK\"], \"from\""),
                PATH + ":8:14: manifest-value: \"markets\" is the text \"HK\"\n    write a list in brackets: [ ... ]",
                PATH
                        + ":13:61: manifest-value: \"HK\" is no market of this pack\n    there are no markets of this pack");
    }

    @Test
    void needs_name_facts_and_fields_that_exist() {
        assertThat(problems(GOOD.replace("\"RiderProfile\"", "\"RiderProfil\"")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).isEqualTo(PATH + ":9:13");
                    assertThat(problem.what()).isEqualTo("there is no fact \"RiderProfil\"");
                    assertThat(problem.mend()).startsWith("did you mean RiderProfile? known facts: Appeal, CareClaim");
                });
        assertThat(problems(GOOD.replace("PerformanceWindow.onTimeRate", "PerformanceWindow.ontimerate")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo("PerformanceWindow has no field \"ontimerate\"");
                    assertThat(problem.mend()).startsWith("did you mean onTimeRate? known fields: periodFrom, ");
                });
    }

    @Test
    void only_a_field_that_may_be_unknown_can_be_withheld() {
        assertThat(problems(GOOD.replace("PerformanceWindow.refusalRate", "PerformanceWindow.periodFrom")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).isEqualTo(PATH + ":13:16");
                    assertThat(problem.what())
                            .isEqualTo("\"PerformanceWindow.periodFrom\" cannot be withheld: it is always known");
                    assertThat(problem.mend())
                            .startsWith("name a field that may be unknown: completedOrders, ")
                            .doesNotContain("periodUntil");
                });
        assertThat(problems(GOOD.replace("PerformanceWindow.refusalRate", "PerformanceWindow")))
                .extracting(PackProblem::what)
                .containsExactly("\"PerformanceWindow\" cannot be withheld: it is a whole fact");
    }

    @Test
    void a_pack_cannot_need_what_it_withholds() {
        assertProblems(
                text -> text.replace("PerformanceWindow.onTimeRate", "PerformanceWindow.refusalRate"),
                PATH + ":9:12: manifest-value: the pack needs PerformanceWindow.refusalRate and withholds it in SA, so"
                        + " nothing could be decided there\n    take it out of \"needs\", and let the rules do without"
                        + " it");
    }

    @Test
    void fields_that_are_only_known_together_are_withheld_together() {
        String currency = "{ \"field\": \"Engagement.currency\", \"markets\": [\"SA\"], \"source\": \"Law 8\" }";
        String income = currency.replace("currency", "income");
        UnaryOperator<String> withheld = entries -> GOOD.replace("\"withhold\": [", "\"withhold\": [ " + entries + ",");

        assertThat(problems(withheld.apply(currency + "," + income))).isEmpty();
        assertProblems(
                text -> withheld.apply(income),
                PATH
                        + ":12:15: manifest-value: Engagement.income is withheld and Engagement.currency is not, and one is"
                        + " never known without the other\n    withhold both, in the same markets and on the same days");
        assertThat(problems(withheld.apply(currency.replace("SA", "HK") + "," + income)))
                .hasSize(2);
    }

    @Test
    void a_pack_does_not_follow_its_own_topic() {
        assertProblems(
                text -> text.replace("[\"violations\"]", "[\"tiering\", \"Welfare\"]"),
                PATH
                        + ":10:15: manifest-value: the pack follows its own topic, \"tiering\"\n    name only topics decided"
                        + " before it",
                PATH
                        + ":10:26: manifest-value: \"Welfare\" is no topic\n    write 1 to 40 lower-case letters, digits and"
                        + " hyphens, a letter first");
    }

    @Test
    void a_version_supersedes_an_earlier_version_of_the_same_pack() {
        for (String superseded : List.of("tiering v2", "tiering v3", "welfare v1", "tiering 1", "tiering v0", "v1")) {
            assertProblems(
                    text -> text.replace("\"tiering v1\"", "\"" + superseded + "\""),
                    PATH + ":17:17: manifest-value: \"supersedes\" is \"" + superseded
                            + "\"\n    name an earlier version" + " of this pack, such as \"tiering v1\"");
        }
    }

    private static Manifest read(String text) {
        List<PackProblem> problems = new ArrayList<>();
        Manifest manifest = ManifestReader.read(file(text), problems::add);
        assertThat(problems).isEmpty();
        return manifest;
    }

    private static void assertProblems(UnaryOperator<String> spoiling, String... expected) {
        assertThat(problems(spoiling.apply(GOOD)))
                .extracting(PackProblem::toString)
                .containsExactly(expected);
    }

    private static List<PackProblem> problems(String text) {
        List<PackProblem> problems = new ArrayList<>();
        Manifest manifest = ManifestReader.read(file(text), problems::add);
        assertThat(manifest == null).isEqualTo(!problems.isEmpty());
        return problems.stream().sorted().toList();
    }

    private static PackFile file(String text) {
        return new PackFile(PATH, text.getBytes(StandardCharsets.UTF_8));
    }
}
