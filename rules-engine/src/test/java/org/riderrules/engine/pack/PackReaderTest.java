package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

class PackReaderTest {

    @Test
    void a_good_version_is_read_whole() {
        Pack pack = SamplePack.tiering()
                .with("tiering/v1/cases/gold.yaml", "[]\n")
                .with("tiering/v1/README.md", "generated")
                .packs()
                .get(0);

        assertThat(pack.label()).isEqualTo("tiering v1");
        assertThat(pack.folder()).isEqualTo("tiering/v1");
        assertThat(pack.rules()).extracting(PackFile::path).containsExactly("tiering/v1/rules/decide.drl");
        assertThat(pack.cases()).extracting(PackFile::path).containsExactly("tiering/v1/cases/gold.yaml");
        assertThat(pack.tables()).extracting(TableText::name).containsExactly("TierThreshold");
        assertThat(pack.messages().keys()).containsExactly("tiering.qualifies");
    }

    @Test
    void versions_come_by_name_and_number() {
        SamplePack pack = SamplePack.tiering().withVersion2().withTopic("welfare", "");
        for (String path : List.copyOf(pack.files.keySet())) {
            if (path.startsWith("tiering/v2/")) {
                pack.with(path.replace("/v2/", "/v10/"), pack.files.get(path));
            }
        }
        pack.replace("tiering/v10/pack.json", "\"version\": 2", "\"version\": 10");

        assertThat(pack.packs())
                .extracting(Pack::label)
                .containsExactly("tiering v1", "tiering v2", "tiering v10", "welfare v1");
    }

    @Test
    void a_version_with_a_problem_is_not_among_the_packs_and_others_are() {
        PackReading reading = SamplePack.tiering()
                .withVersion2()
                .without("tiering/v2/pack.json")
                .without("tiering/v2/rules/decide.drl")
                .read();

        assertThat(reading.packs()).extracting(Pack::label).containsExactly("tiering v1");
        assertThat(reading.problems())
                .extracting(PackProblem::code)
                .containsExactly("manifest-missing", "rules-missing");
        assertThatThrownBy(reading::packsOrThrow)
                .isInstanceOf(PackProblemsException.class)
                .hasMessageStartingWith("2 problems in memory, nothing loaded:")
                .hasMessageContaining("tiering/v2/pack.json: manifest-missing: the version has no pack.json");
    }

    @Test
    void what_is_not_part_of_a_version_is_named_once_for_each_folder() {
        List<PackProblem> problems = SamplePack.tiering()
                .with("README.md", "")
                .with("tiering/CHANGELOG.md", "")
                .with("notes.txt", "")
                .with("tiering/V2/pack.json", "")
                .with("tiering/V2/rules/a.drl", "")
                .with("tiering/v1/rules/decide.drl.bak", "")
                .with("tiering/v1/rules/old/decide.drl", "")
                .with("tiering/v1/tables/tierThreshold.csv", "")
                .read()
                .problems();

        assertThat(problems).extracting(PackProblem::code).containsOnly("file-unexpected");
        assertThat(problems)
                .extracting(PackProblem::file)
                .containsExactly(
                        "notes.txt",
                        "tiering/V2/",
                        "tiering/v1/rules/decide.drl.bak",
                        "tiering/v1/rules/old/decide.drl",
                        "tiering/v1/tables/tierThreshold.csv");
        assertThat(problems.get(4).mend()).contains("tables/<Type>.csv");
    }

    @Test
    void text_that_is_not_utf8_is_named_with_line_and_column() {
        PackProblem problem = onlyProblem("tiering/v1/rules/decide.drl", "package tiering;\n// caf\u00e9", true);

        assertThat(problem.toString())
                .isEqualTo(
                        "tiering/v1/rules/decide.drl:2:7: file-not-utf8: the byte 0xE9 is no UTF-8\n    save the file as"
                                + " UTF-8 without byte order mark (in a spreadsheet: CSV UTF-8)");
    }

    @Test
    void a_byte_order_mark_is_a_problem_with_its_mend() {
        PackProblem problem = onlyProblem("tiering/v1/rules/decide.drl", "\uFEFFpackage tiering;", false);

        assertThat(problem.code()).isEqualTo("file-byte-order-mark");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/decide.drl:1:1");
        assertThat(problem.mend()).contains("without byte order mark");
    }

    @Test
    void lines_may_end_with_cr_lf_but_not_with_cr_alone() {
        assertThat(SamplePack.tiering()
                        .with("tiering/v1/rules/decide.drl", "package tiering;\r\n")
                        .read()
                        .problems())
                .isEmpty();

        PackProblem problem = onlyProblem("tiering/v1/rules/decide.drl", "package tiering;\rrule", false);
        assertThat(problem.code()).isEqualTo("file-control-character");
        assertThat(problem.where()).isEqualTo("tiering/v1/rules/decide.drl:1:17");
        assertThat(problem.mend()).isEqualTo("end lines with LF or CR LF, not with CR alone");
    }

    @Test
    void a_source_that_cannot_be_read_is_a_problem_and_not_an_exception() {
        PackSource broken = source(null);

        assertThat(PackReader.read(broken).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("source-unreadable");
            assertThat(problem.what()).contains("disk on fire");
        });
    }

    @Test
    void a_source_of_a_host_must_give_plain_paths_and_each_path_once() {
        PackFile file = new PackFile("tiering/v1/../v2/pack.json", new byte[0]);
        PackFile one = new PackFile("tiering/v1/pack.json", new byte[] {1});
        PackFile other = new PackFile("tiering/v1/pack.json", new byte[] {2});

        assertThat(PackReader.read(source(List.of(file, one, other))).problems())
                .extracting(PackProblem::code)
                .containsExactly("file-path", "file-conflict");
    }

    @Test
    void a_source_without_files_is_a_problem() {
        assertThat(PackReader.read(source(List.of())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("source-empty"));
    }

    @Test
    void an_optional_table_must_exist() {
        List<PackProblem> problems = SamplePack.tiering()
                .replace("tiering/v1/pack.json", "\"owner\"", "\"optionalTables\": [\"TierThresholds\"],\n  \"owner\"")
                .read()
                .problems();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo(
                                "tiering/v1/pack.json:10:3: manifest-unknown-table: there is no table \"TierThresholds\"\n"
                                        + "    did you mean TierThreshold? known tables: TierThreshold"));
    }

    @Test
    void the_digest_covers_every_file_but_the_generated_readme() {
        String digest = SamplePack.tiering().packs().get(0).digest();

        assertThat(digest).matches("sha256:[0-9a-f]{64}");
        assertThat(SamplePack.tiering()
                        .with("tiering/v1/README.md", "x")
                        .packs()
                        .get(0)
                        .digest())
                .isEqualTo(digest);
        assertThat(SamplePack.tiering()
                        .with("tiering/v1/rules/decide.drl", "package tiering; ")
                        .packs()
                        .get(0)
                        .digest())
                .isNotEqualTo(digest);
        assertThat(SamplePack.tiering()
                        .without("tiering/v1/rules/decide.drl")
                        .with("tiering/v1/rules/derive.drl", "package tiering;\n")
                        .packs()
                        .get(0)
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void the_digest_is_that_of_the_documented_lines() {
        List<PackFile> files = new ArrayList<>();
        files.add(new PackFile("t/v1/b", "2".getBytes(StandardCharsets.UTF_8)));
        files.add(new PackFile("t/v1/a", "1".getBytes(StandardCharsets.UTF_8)));
        files.add(new PackFile("t/v1/README.md", "3".getBytes(StandardCharsets.UTF_8)));
        files.add(new PackFile("t/v10/a", "4".getBytes(StandardCharsets.UTF_8)));

        // printf 'a\0%s\nb\0%s\n' $(printf 1 | sha256sum | cut -c1-64) $(printf 2 | sha256sum | cut -c1-64) | sha256sum
        assertThat(PackDigest.of("t/v1", files))
                .isEqualTo("sha256:e2cb7a5e828b2a312d5da6cda64ff26cd2b30f11751826412717d51976f8d425");
    }

    private static PackProblem onlyProblem(String path, String text, boolean latin1) {
        SamplePack pack = SamplePack.tiering();
        List<PackFile> files = new ArrayList<>();
        pack.files.forEach((name, content) -> {
            if (!name.equals(path)) {
                files.add(new PackFile(name, content.getBytes(StandardCharsets.UTF_8)));
            }
        });
        files.add(new PackFile(path, text.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8)));
        List<PackProblem> problems = PackReader.read(source(files)).problems().stream()
                .filter(problem -> !problem.code().equals("rules-missing"))
                .toList();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static PackSource source(List<PackFile> files) {
        return new PackSource() {
            @Override
            public String name() {
                return "a host's own";
            }

            @Override
            public List<PackFile> files() throws IOException {
                if (files == null) {
                    throw new IOException("disk on fire");
                }
                return files;
            }
        };
    }
}
